/** Votes and their counts: electorate, roll frozen at the opening, tallies, result. */
@NamedInterface("polls")
@NullMarked
package org.qibu.voting.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
