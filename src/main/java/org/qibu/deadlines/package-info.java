/** Due dates of tasks and the ladder on which a late one climbs. */
package org.qibu.deadlines;
