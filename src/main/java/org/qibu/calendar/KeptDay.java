package org.qibu.calendar;

import java.time.LocalDate;

/**
 * A day that differs from the plain week, or that somebody said does not.
 *
 * @param working whether it is worked, such as a Sunday that makes up for a holiday
 * @param name of the holiday it belongs to; may be empty
 */
record KeptDay(LocalDate day, boolean working, String name) {}
