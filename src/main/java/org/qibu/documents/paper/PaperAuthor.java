package org.qibu.documents.paper;

import java.util.Optional;
import org.qibu.documents.PaperText;
import org.qibu.documents.Voice;
import org.qibu.matter.paper.PaperKind;

/** Writes one kind of paper out of what the forms of a matter say. */
public interface PaperAuthor {

    PaperKind kind();

    /** What the file is called before the number of the matter. */
    String fileWord(Facts facts);

    /** What tells this file from others of its kind, such as 第1轮; empty where that is not needed. */
    default String fileMark(Facts facts) {
        return facts.no() > 1 ? "第" + facts.no() + "次" : "";
    }

    /** The paper; empty where the forms it needs were not submitted. */
    Optional<PaperText> write(Facts facts, Voice voice);
}
