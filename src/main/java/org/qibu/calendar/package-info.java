/** Working days, holidays, make-up working days, and the one clock. */
@NullMarked
package org.qibu.calendar;

import org.jspecify.annotations.NullMarked;
