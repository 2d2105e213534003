/** Importing a roll: each row checked by itself, against the others and against who is known already. */
@NamedInterface("imports")
package org.qibu.community.rolls.imports;

import org.springframework.modulith.NamedInterface;
