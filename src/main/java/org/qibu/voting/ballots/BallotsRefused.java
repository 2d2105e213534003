package org.qibu.voting.ballots;

import java.io.Serializable;
import java.util.List;

/** Some of the ballots handed in together are wrong, so none of them was taken. */
public class BallotsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 200;

    private final transient List<Fault> faults;

    /**
     * What is wrong with one ballot.
     *
     * @param field rightHolderId, choice, receivedAt or proxyDoc
     */
    public record Fault(int row, String field, String message) implements Serializable {}

    BallotsRefused(List<Fault> faults) {
        super("第 %d 行：%s%s"
                .formatted(
                        faults.get(0).row(),
                        faults.get(0).message(),
                        faults.size() > MOST ? "这样的地方共有 " + faults.size() + " 处，先列出前 " + MOST + " 处。" : ""));
        this.faults = faults.stream().limit(MOST).toList();
    }

    /** The first 200 faults, in the order of the rows. */
    public List<Fault> faults() {
        return faults;
    }
}
