/** How much time a task has and from when it is counted. */
@NullMarked
package org.qibu.deadlines.time;

import org.jspecify.annotations.NullMarked;
