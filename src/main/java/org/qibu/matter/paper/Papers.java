package org.qibu.matter.paper;

import java.util.List;
import java.util.Optional;
import org.qibu.mail.Attachment;
import org.qibu.matter.Matter;

/** The papers of matters: issued where their event happens, attached to mails, listed on pages. */
public interface Papers {

    /**
     * Keeps what a matter's forms say now as a paper, in both editions, within the running transaction.
     *
     * @return the masked edition as PDF, to go with a mail; empty where the forms say nothing it could be made of
     */
    Optional<Attachment> issue(Matter matter, PaperKind kind);

    /** The masked editions of the latest papers of these kinds, as PDF, in the order of the kinds. */
    List<Attachment> latest(String matterNo, PaperKind... kinds);

    /** All papers of a matter in both editions, oldest first. */
    List<Paper> of(String matterNo);
}
