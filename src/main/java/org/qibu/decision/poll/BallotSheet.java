package org.qibu.decision.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qibu.sheets.Column;
import org.qibu.sheets.Nature;
import org.qibu.sheets.SheetRow;
import org.qibu.sheets.reader.SheetReader;
import org.qibu.sheets.writer.SheetWriter;
import org.qibu.voting.ballots.BallotBox;
import org.qibu.voting.ballots.PaperBallot;
import org.qibu.voting.polls.FrozenRolls;
import org.qibu.voting.polls.Poll;
import org.springframework.stereotype.Component;

/** Ballots as a table: read from what a teller uploads, written with a line for everybody whose ballot is missing. */
@Component
class BallotSheet {

    private static final List<Column> COLUMNS = List.of(
            Column.required("rightHolderId", "表决权人编号").as(Nature.KEY),
            Column.required("choice", "选择"),
            Column.optional("receivedAt", "收到时间").as(Nature.MOMENT),
            Column.optional("proxyDoc", "委托书"));

    private final SheetReader reader;
    private final SheetWriter writer;
    private final FrozenRolls rolls;
    private final BallotBox box;

    BallotSheet(SheetReader reader, SheetWriter writer, FrozenRolls rolls, BallotBox box) {
        this.reader = reader;
        this.writer = writer;
        this.rolls = rolls;
        this.box = box;
    }

    /**
     * Ballots of a table.
     *
     * @param reading which sheet of the file was read and which were not; empty where it has no sheets
     */
    record Read(List<PaperBallot> ballots, String reading) {}

    /** The ballots of a table; a line with a number alone is nobody's ballot yet. */
    Read read(String fileName, byte[] content) {
        var table = reader.table(fileName, content, COLUMNS);
        var ballots = table.rows().stream()
                .filter(row -> Stream.of("choice", "receivedAt", "proxyDoc")
                        .anyMatch(column -> !row.get(column).isEmpty()))
                .map(BallotSheet::ballot)
                .toList();
        return new Read(ballots, table.reading());
    }

    private static PaperBallot ballot(SheetRow row) {
        return PaperBallot.of(row.number(), row::get);
    }

    /** An empty table for those who have not voted yet, with where they live to find them by. */
    byte[] template(Poll poll) {
        var voted = box.of(poll).stream().map(ballot -> ballot.holderNo()).toList();
        var columns = new ArrayList<>(COLUMNS);
        columns.add(Column.optional("place", "房号"));
        var lines = rolls.of(poll).stream()
                .filter(holder -> !voted.contains(holder.no()))
                .map(holder -> List.of(holder.no(), "", "", "", holder.place()))
                .toList();
        return writer.xlsx("选票", columns, lines);
    }
}
