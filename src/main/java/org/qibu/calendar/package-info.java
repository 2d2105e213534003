/** Working days, holidays, make-up working days, and the one clock. */
package org.qibu.calendar;
