/** Who holds which office of or above a community, from when to when, and where nobody does. */
@NamedInterface("offices")
@NullMarked
package org.qibu.community.offices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
