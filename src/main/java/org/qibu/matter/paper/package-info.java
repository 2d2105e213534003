/** Which papers were issued in a matter, and where their files are; how they are written is no business of this package. */
@NullMarked
@NamedInterface("paper")
package org.qibu.matter.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
