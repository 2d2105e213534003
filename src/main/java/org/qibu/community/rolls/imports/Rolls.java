package org.qibu.community.rolls.imports;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibu.calendar.Calendars;
import org.qibu.community.rolls.Content;
import org.qibu.community.rolls.Decisions;
import org.qibu.community.rolls.PersonChange;
import org.qibu.community.rolls.Rename;
import org.qibu.community.rolls.Roll;
import org.qibu.community.rolls.RollKind;
import org.qibu.community.rolls.RollPlace;
import org.qibu.community.rolls.RollRefused;
import org.qibu.community.rolls.RollRegister;
import org.qibu.community.rolls.RollTables;
import org.qibu.community.rolls.RowFault;
import org.qibu.community.rolls.Zones;
import org.qibu.community.rolls.imports.PersonCheck.Looked;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.SheetTable;
import org.qibu.sheets.reader.SheetReader;
import org.qibu.text.ComparisonKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports a roll as a whole or not at all. A vote that runs keeps its own copy, so an import never touches it. */
@Service
public class Rolls {

    private static final int LONGEST_NAME = 200;

    private final SheetReader sheets;
    private final RollTables tables;
    private final RollRegister register;
    private final PersonCheck people;
    private final Zones zones;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Rolls(
            SheetReader sheets,
            RollTables tables,
            RollRegister register,
            PersonCheck people,
            Zones zones,
            TransactionTemplate transaction,
            Clock clock) {
        this.sheets = sheets;
        this.tables = tables;
        this.register = register;
        this.people = people;
        this.zones = zones;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What an import would do.
     *
     * @param renames who would bear another name or number than now, for somebody to decide
     * @param people what becomes known of people other lists name as well
     * @param reading which sheet of the file was read and which were not; empty where it has no sheets
     * @param offeredPrefix what could go before each number so that they are nobody else's; empty where there is no need
     */
    public record Preview(
            Optional<Roll> present,
            Content content,
            List<RowFault> faults,
            Changes changes,
            List<Rename> renames,
            List<PersonChange> people,
            String reading,
            String offeredPrefix) {

        /** How many only bear another name, so that all of them can be decided at once. */
        public long plainRenames() {
            return renames.stream().filter(each -> !each.isAskedByItself()).count();
        }
    }

    /**
     * A roll that was brought.
     *
     * @param reading which sheet of the file was read and which were not; empty where it has no sheets
     */
    public record Brought(Roll roll, String reading) {}

    /** A roll that was looked through, and the names in it that are to be decided. */
    private record Checked(RollCheck check, Looked people, boolean collides) {

        List<Rename> open() {
            return people.review().open();
        }

        String offered(RollPlace place, Decisions decisions) {
            return collides && decisions.prefix().isEmpty() ? place.prefix() : "";
        }

        List<RowFault> allFaults(RollKind kind) {
            return Stream.concat(
                            check.faults().stream(),
                            open().stream()
                                    .map(each -> new RowFault(
                                            each.row(),
                                            each.isOfName() ? kind.nameColumn() : kind.headColumn(),
                                            each.message(),
                                            each.after())))
                    .sorted(Comparator.comparingInt(RowFault::row))
                    .toList();
        }
    }

    /** The roll that is in force; its rows are those of {@link #content}. */
    Optional<Roll> present(RollPlace place) {
        return register.present(place);
    }

    public Content content(RollPlace place) {
        return tables.read(place);
    }

    public Preview preview(RollPlace place, String fileName, byte[] file, String prefix) {
        var table = table(place, fileName, file);
        var decisions = new Decisions(prefix, Set.of());
        var checked = check(place, table, decisions);
        var faults = checked.check().faults();
        var changes = faults.isEmpty()
                ? Changes.between(tables.read(place), checked.check().content())
                : new Changes(List.of(), List.of(), List.of());
        return new Preview(
                register.present(place),
                checked.check().content(),
                faults,
                changes,
                checked.open(),
                checked.people().changes(),
                table.reading(),
                checked.offered(place, decisions));
    }

    /** Replaces the roll; refused with every bad row named. */
    public Roll replace(RollPlace place, String fileName, byte[] file, String account) {
        return replace(place, fileName, file, account, Decisions.NONE);
    }

    /** A roll that was read and not looked through yet, for whoever imports it in a transaction of their own. */
    public record ReadRoll(RollPlace place, String fileName, SheetTable table) {}

    /** Reads a roll; nothing of it is known before it replaces another. */
    public ReadRoll read(RollPlace place, String fileName, byte[] file) {
        return new ReadRoll(place, fileName, table(place, fileName, file));
    }

    /** Replaces the roll by one that was read; refused with every bad row named. */
    public Roll replace(ReadRoll read, String account) {
        return replace(read.place(), read.fileName(), read.table(), account, Decisions.NONE, null);
    }

    /** Replaces the roll as somebody decided; refused with every bad row named. */
    public Roll replace(RollPlace place, String fileName, byte[] file, String account, Decisions decisions) {
        return bring(place, fileName, file, account, decisions).roll();
    }

    /** Replaces the roll as somebody decided, and says what of the file was read. */
    public Brought bring(RollPlace place, String fileName, byte[] file, String account, Decisions decisions) {
        var table = table(place, fileName, file);
        return new Brought(replace(place, fileName, table, account, decisions, null), table.reading());
    }

    /** Replaces the roll unless another one came into force since {@code base} was. */
    public Roll replaceIfStill(
            @Nullable UUID base, RollPlace place, String fileName, byte[] file, String account, Decisions decisions) {
        return replace(place, fileName, table(place, fileName, file), account, decisions, () -> {
            if (!register.present(place).map(Roll::id).equals(Optional.ofNullable(base))) {
                throw new SheetRefused("预览之后，这份名册已被更新，请重新核对变化再确认。");
            }
        });
    }

    private Roll replace(
            RollPlace place,
            String fileName,
            SheetTable table,
            String account,
            Decisions decisions,
            @Nullable Runnable guard) {
        return transaction.execute(status -> {
            tables.lock(place.community());
            if (guard != null) {
                guard.run();
            }
            var checked = check(place, table, decisions);
            var faults = checked.allFaults(place.kind());
            if (!faults.isEmpty()) {
                throw new RollRefused(faults, checked.open(), checked.offered(place, decisions));
            }
            var content = checked.check().content();
            var decided = checked.people().review().decided();
            people.carryOut(place, decided);
            tables.replace(place, content);
            var roll = register.add(place, content, shortened(fileName), account);
            if (!decided.isEmpty()) {
                renameInOtherRolls(place, decided, account);
            }
            return roll;
        });
    }

    /** Somebody who changed the name did so in every roll; each of them is noted as a new one. */
    private void renameInOtherRolls(RollPlace place, List<Rename> decided, String account) {
        var names = new LinkedHashMap<String, String>();
        decided.stream().filter(Rename::isOfName).forEach(each -> names.put(each.number(), each.after()));
        tables.rename(place, names);
        register.present(List.of(place.community())).stream()
                .map(roll ->
                        new RollPlace(RollKind.of(roll.kind()).orElseThrow(), roll.communityCode(), roll.zone(), ""))
                .filter(other -> !other.isSameRoll(place))
                .forEach(other -> register.note(other, tables.read(other), account));
    }

    /** Unpacking and reading a table takes its time; whoever holds a transaction does it before. */
    private SheetTable table(RollPlace place, String fileName, byte[] file) {
        var table = sheets.look(fileName, file, place.kind().columns());
        if (table.rows().isEmpty() && table.faults().isEmpty()) {
            throw new SheetRefused("名册里只有表头，没有一行内容。");
        }
        return table;
    }

    private Checked check(RollPlace place, SheetTable table, Decisions decisions) {
        zones.refuseLookAlikes(place);
        var year = Calendars.dayOf(clock.instant()).getYear();
        var check = new RollCheck(place.kind(), year, decisions).take(table);
        var before = check.faults().size();
        if (place.kind() == RollKind.HOUSEHOLDS) {
            refuseHouseholdsOfOtherZones(place, check);
        }
        var looked = people.look(place, check, decisions);
        return new Checked(
                check,
                looked,
                check.faults().size() > before || !looked.review().open().isEmpty());
    }

    private void refuseHouseholdsOfOtherZones(RollPlace place, RollCheck check) {
        var elsewhere = tables.householdsElsewhere(place);
        for (var entry : check.content().entries()) {
            var zone = elsewhere.get(ComparisonKey.of(entry.get("householdNo")));
            if (zone != null) {
                check.refuse(entry, "householdNo", "户编号 " + entry.get("householdNo") + " 已用于“" + zone + "”，同一社区内不能重复。");
            }
        }
    }

    private static String shortened(String fileName) {
        return fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName;
    }
}
