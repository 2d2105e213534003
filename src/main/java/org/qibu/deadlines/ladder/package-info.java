/** The escalation ladder as its decision table has it. */
@NullMarked
package org.qibu.deadlines.ladder;

import org.jspecify.annotations.NullMarked;
