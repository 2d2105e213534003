/** Where a notice hangs, planned and proven. */
@NamedInterface("channels")
@NullMarked
package org.qibu.notices.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
