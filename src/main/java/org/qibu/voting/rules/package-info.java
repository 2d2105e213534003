/** By which numbers a body decides: kept by administrators, from a day on, with their history. */
@NamedInterface("rules")
@NullMarked
package org.qibu.voting.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
