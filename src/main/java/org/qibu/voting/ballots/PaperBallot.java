package org.qibu.voting.ballots;

import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * A ballot as a teller hands it in, nothing of it checked yet.
 *
 * @param row where the teller finds it again: the line of the sheet, or its place in the list counted from 1
 * @param rightHolderId number on the roll: of an owner, a household or a person
 * @param choice AGREE, AGAINST, ABSTAIN, INVALID, or SILENT for one delivered and not given back; the Chinese word does
 * @param receivedAt date, or date and time; empty for this moment
 * @param proxyDoc the letter of authority, where somebody else voted; empty otherwise
 */
public record PaperBallot(int row, String rightHolderId, String choice, String receivedAt, String proxyDoc)
        implements Serializable {

    public PaperBallot {
        rightHolderId = rightHolderId == null ? "" : rightHolderId.strip();
        receivedAt = receivedAt == null ? "" : receivedAt.strip();
        proxyDoc = proxyDoc == null ? "" : proxyDoc.strip();
    }

    /** What a row says under the names of these members; {@code cell} answers empty where it says nothing. */
    public static PaperBallot of(int row, UnaryOperator<String> cell) {
        return new PaperBallot(
                row,
                cell.apply("rightHolderId"),
                cell.apply("choice"),
                cell.apply("receivedAt"),
                cell.apply("proxyDoc"));
    }
}
