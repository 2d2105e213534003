package org.qibu.matter.proposer;

import java.util.Optional;
import java.util.regex.Pattern;
import org.qibu.calendar.period.Period;
import org.qibu.calendar.period.PeriodLength;
import org.qibu.calendar.period.PeriodTable;
import org.qibu.calendar.period.PeriodUnit;
import org.qibu.engine.process.ExpressionsInUse;
import org.qibu.matter.contract.PublishedElements;
import org.springframework.stereotype.Component;

/**
 * How long the proposer of a matter has: as the process says by which the matter runs, which an older version or an
 * administrator's own does with a number, and all others by the table of periods.
 */
@Component
public class ProposerPeriods {

    private static final Pattern OWN_NUMBER =
            Pattern.compile("\\bperiods\\s*\\.\\s*(days|workingDays)\\s*\\(\\s*(\\d{1,4})\\s*\\)");

    private final ExpressionsInUse expressions;
    private final PeriodTable table;

    ProposerPeriods(ExpressionsInUse expressions, PeriodTable table) {
        this.expressions = expressions;
        this.table = table;
    }

    /** To add what is missing. */
    public PeriodLength moreInfo(String matterNo) {
        return length(matterNo, PublishedElements.TIMER_MORE_INFO_OVER, Period.MORE_INFO);
    }

    /** To ask that a refusal be looked at again. */
    public PeriodLength recheck(String matterNo) {
        return length(matterNo, PublishedElements.TIMER_RECHECK_OVER, Period.RECHECK);
    }

    /** To take a matter up again that lapsed; in days. */
    public PeriodLength revival() {
        return table.of(Period.REVIVAL);
    }

    private PeriodLength length(String matterNo, String timer, Period period) {
        return expressions
                .date(matterNo, timer)
                .flatMap(ProposerPeriods::ownNumber)
                .orElseGet(() -> table.of(period));
    }

    private static Optional<PeriodLength> ownNumber(String date) {
        return OWN_NUMBER
                .matcher(date)
                .results()
                .map(found -> new PeriodLength(
                        Integer.parseInt(found.group(2)),
                        found.group(1).equals("days") ? PeriodUnit.DAYS : PeriodUnit.WORKING_DAYS))
                .findFirst();
    }
}
