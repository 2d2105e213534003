/** Ballots: read, checked, counted once for each holder, never changed. */
@NamedInterface("ballots")
package org.qibu.voting.ballots;

import org.springframework.modulith.NamedInterface;
