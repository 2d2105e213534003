/** The rolls of a community: who owns, lives and represents there, imported as a whole from a table. */
@NamedInterface("rolls")
@NullMarked
package org.qibu.community.rolls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
