/** Ballots: read, checked, counted once for each holder, never changed. */
@NamedInterface("ballots")
@NullMarked
package org.qibu.voting.ballots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
