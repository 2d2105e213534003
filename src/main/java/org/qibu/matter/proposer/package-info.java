/** What the proposer of a matter does outside of tasks, alone or through staff: reply, contest, withdraw, revive. */
@NamedInterface("proposer")
package org.qibu.matter.proposer;

import org.springframework.modulith.NamedInterface;
