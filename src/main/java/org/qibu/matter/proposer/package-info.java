/** What the proposer of a matter does outside of tasks, alone or through staff: reply, contest, withdraw, revive. */
package org.qibu.matter.proposer;
