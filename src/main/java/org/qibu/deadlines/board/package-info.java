/** All open deadlines of a community at a glance. */
@NullMarked
package org.qibu.deadlines.board;

import org.jspecify.annotations.NullMarked;
