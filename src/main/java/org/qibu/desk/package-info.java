/** What process administrators do about the models in force, in the browser. */
package org.qibu.desk;
