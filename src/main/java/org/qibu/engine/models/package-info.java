/** Which models are in force, and how what somebody sent takes effect with the other files as they run today. */
@NamedInterface("models")
package org.qibu.engine.models;

import org.springframework.modulith.NamedInterface;
