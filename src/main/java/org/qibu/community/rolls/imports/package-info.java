/** Importing a roll: each row checked by itself, against the others and against who is known already. */
@NamedInterface("imports")
@NullMarked
package org.qibu.community.rolls.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
