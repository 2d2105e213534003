/** All open deadlines of a community at a glance. */
package org.qibu.deadlines.board;
