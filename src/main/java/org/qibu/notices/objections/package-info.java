/** Objections to a notice: taken, judged, answered. */
@NamedInterface("objections")
@NullMarked
package org.qibu.notices.objections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
