/** The escalation ladder as its decision table has it. */
package org.qibu.deadlines.ladder;
