/** Whether somebody may see a matter as staff of its community; what they may not see is as if it were not there. */
@NamedInterface("access")
package org.qibu.matter.access;

import org.springframework.modulith.NamedInterface;
