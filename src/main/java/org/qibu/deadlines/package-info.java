/** Due dates of tasks and the ladder on which a late one climbs. */
@NullMarked
package org.qibu.deadlines;

import org.jspecify.annotations.NullMarked;
