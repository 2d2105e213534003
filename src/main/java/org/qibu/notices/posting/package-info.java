/** Notices posted for as many days as the table says, and taken down. */
@NamedInterface("posting")
@NullMarked
package org.qibu.notices.posting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
