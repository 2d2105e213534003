/** Where a notice hangs, planned and proven. */
@NamedInterface("channels")
package org.qibu.notices.channels;

import org.springframework.modulith.NamedInterface;
