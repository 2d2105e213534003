/** How long people wait and within what time they act, as the table of periods has it. */
@NullMarked
@NamedInterface("period")
package org.qibu.calendar.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
