package org.qibu.decision.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.qibu.sheets.SheetRefused;
import org.qibu.sheets.reader.SheetReader;
import org.qibu.sheets.writer.SheetWriter;
import org.qibu.voting.ballots.PaperBallot;

/** Ballots in a table are those a person sees in it: none that is hidden, each received when its cell says. */
class BallotSheetTest {

    private final BallotSheet ballots = new BallotSheet(new SheetReader(), new SheetWriter(), null, null);

    private BallotSheet.Read read(String name) throws IOException {
        try (var file = getClass().getResourceAsStream("/sheets/" + name)) {
            return ballots.read(name, file.readAllBytes());
        }
    }

    @Test
    void hiddenBallotIsRefusedByItsRow() {
        assertThatThrownBy(() -> read("hidden-ballot.xlsx"))
                .isInstanceOf(SheetRefused.class)
                .hasMessage("第 3 行是隐藏的，请取消隐藏或删去。");
    }

    @Test
    void momentOfReceiptIsReadHoweverItIsStored() throws IOException {
        assertThat(read("received-as-date.xlsx").ballots())
                .extracting(PaperBallot::receivedAt)
                .containsExactly("2026-12-16");
        var read = read("received-as-moment.xlsx");
        assertThat(read.ballots()).extracting(PaperBallot::receivedAt).containsExactly("2026-12-16 10:30");
        assertThat(read.reading()).isEqualTo("读取的是“Sheet1”。");
        var text = "表决权人编号,选择,收到时间\nO1,同意,2026年12月16日 10时30分\nO2,反对,\nO3,,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ballots.read("a.csv", text).ballots())
                .extracting(PaperBallot::receivedAt)
                .containsExactly("2026-12-16 10:30", "");
    }

    @Test
    void aLineWithoutAChoiceIsPassedOverOnlyWhereNothingButANumberIsFilledIn() {
        var text = "表决权人编号,选择,收到时间,委托书\nO1,,,\nO2,,,委托书.pdf\nO3,,2026-12-16,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ballots.read("a.csv", text).ballots())
                .extracting(PaperBallot::rightHolderId, PaperBallot::choice)
                .containsExactly(tuple("O2", ""), tuple("O3", ""));
    }
}
