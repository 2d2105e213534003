/** By which numbers a body decides: kept by administrators, from a day on, with their history. */
@NamedInterface("rules")
package org.qibu.voting.rules;

import org.springframework.modulith.NamedInterface;
