/** Notices posted for as many days as the table says, and taken down. */
@NamedInterface("posting")
package org.qibu.notices.posting;

import org.springframework.modulith.NamedInterface;
