package org.qibu.community.rolls;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qibu.calendar.Calendars;
import org.qibu.sheets.SheetReader;
import org.qibu.sheets.SheetRefused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports a roll as a whole or not at all. A vote that runs keeps its own copy, so an import never touches it. */
@Service
public class Rolls {

    private static final int LONGEST_NAME = 200;

    private final SheetReader sheets;
    private final RollTables tables;
    private final RollRegister register;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rolls(SheetReader sheets, RollTables tables, RollRegister register, TransactionTemplate transaction, Clock clock) {
        this.sheets = sheets;
        this.tables = tables;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What an import would do. */
    record Preview(Optional<Roll> present, Content content, List<RowFault> faults, Changes changes) {}

    /** The roll that is in force; its rows are those of {@link #content}. */
    Optional<Roll> present(RollPlace place) {
        return register.present(place);
    }

    Content content(RollPlace place) {
        return tables.read(place);
    }

    Preview preview(RollPlace place, String fileName, byte[] file) {
        var check = check(place, fileName, file);
        var changes = check.faults().isEmpty()
                ? Changes.between(tables.read(place), check.content())
                : new Changes(List.of(), List.of(), List.of());
        return new Preview(register.present(place), check.content(), check.faults(), changes);
    }

    /** Replaces the roll; refused with every bad row named. */
    public Roll replace(RollPlace place, String fileName, byte[] file, String account) {
        return replace(place, fileName, file, account, null);
    }

    /** Replaces the roll unless another one came into force since {@code base} was. */
    Roll replaceIfStill(UUID base, RollPlace place, String fileName, byte[] file, String account) {
        return replace(place, fileName, file, account, () -> {
            if (!register.present(place).map(Roll::id).equals(Optional.ofNullable(base))) {
                throw new SheetRefused("预览之后，这份名册已被更新，请重新核对变化再确认。");
            }
        });
    }

    private Roll replace(RollPlace place, String fileName, byte[] file, String account, Runnable guard) {
        return transaction.execute(status -> {
            tables.lock(place.community());
            if (guard != null) {
                guard.run();
            }
            var check = check(place, fileName, file);
            if (!check.faults().isEmpty()) {
                throw new RollRefused(check.faults());
            }
            tables.replace(place, check.content());
            return register.add(place, check.content(), shortened(fileName), account);
        });
    }

    private RollCheck check(RollPlace place, String fileName, byte[] file) {
        var rows = sheets.read(fileName, file, place.kind().columns());
        if (rows.isEmpty()) {
            throw new SheetRefused("名册里只有表头，没有一行内容。");
        }
        var year = Calendars.dayOf(clock.instant()).getYear();
        var check = new RollCheck(place.kind(), year).take(rows);
        if (place.kind() == RollKind.HOUSEHOLDS) {
            refuseHouseholdsOfOtherZones(place, check);
        }
        return check;
    }

    private void refuseHouseholdsOfOtherZones(RollPlace place, RollCheck check) {
        var elsewhere = tables.householdsElsewhere(place);
        for (var entry : check.content().entries()) {
            var zone = elsewhere.get(entry.get("householdNo"));
            if (zone != null) {
                check.refuse(entry, "householdNo", "户编号 " + entry.get("householdNo") + " 已用于“" + zone + "”，同一社区内不能重复。");
            }
        }
    }

    private static String shortened(String fileName) {
        return fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName;
    }
}
