/** How much time a task has and from when it is counted. */
package org.qibu.deadlines.time;
