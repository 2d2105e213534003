/** Objections to a notice: taken, judged, answered. */
@NamedInterface("objections")
package org.qibu.notices.objections;

import org.springframework.modulith.NamedInterface;
