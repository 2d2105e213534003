package org.qibu.sheets;

import java.util.List;

/** A file that cannot be read as the table asked for; says why in Chinese, by row and column where it is about cells. */
public class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a person takes in at once; the others come with {@link #faults}. */
    private static final int MOST_SAID = 5;

    private final List<CellFault> faults;

    /** Refuses the file as a whole. */
    public SheetRefused(String sentence) {
        super(sentence);
        this.faults = List.of();
    }

    /** Refuses the file for some of its cells; at least one. */
    public SheetRefused(List<CellFault> faults) {
        super(said(faults));
        this.faults = List.copyOf(faults);
    }

    private static String said(List<CellFault> faults) {
        var said = String.join(
                "", faults.stream().limit(MOST_SAID).map(CellFault::message).toList());
        return faults.size() > MOST_SAID ? said + "这样的地方至少有 " + faults.size() + " 处。" : said;
    }

    /** The cells, rows and columns at fault, the first 200; none where the file as a whole is refused. */
    public List<CellFault> faults() {
        return faults;
    }
}
