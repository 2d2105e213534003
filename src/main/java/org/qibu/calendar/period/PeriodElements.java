package org.qibu.calendar.period;

/** The table this package reads. */
final class PeriodElements {

    static final String TABLE_PERIODS = "periods";

    private PeriodElements() {}
}
