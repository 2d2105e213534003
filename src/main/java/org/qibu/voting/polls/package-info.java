/** Votes and their counts: electorate, roll frozen at the opening, tallies, result. */
@NamedInterface("polls")
package org.qibu.voting.polls;

import org.springframework.modulith.NamedInterface;
