/** Mails to those a matter concerns: proposer, followers, participants. */
@NamedInterface("correspondence")
package org.qibu.matter.correspondence;

import org.springframework.modulith.NamedInterface;
