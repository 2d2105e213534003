/** Which models are in force, and how what somebody sent takes effect with the other files as they run today. */
package org.qibu.engine.models;
