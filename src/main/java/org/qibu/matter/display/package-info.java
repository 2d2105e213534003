/** Dates, codes and progress of matters the way a reader of the page's language reads them. */
@NamedInterface("display")
package org.qibu.matter.display;

import org.springframework.modulith.NamedInterface;
