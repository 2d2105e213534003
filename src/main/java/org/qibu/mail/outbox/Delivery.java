package org.qibu.mail.outbox;

import org.qibu.mail.PlainText;

/** What became of one attempt, in the words of the mail server where it said any, without the address it may repeat. */
record Delivery(Result result, String reason) {

    enum Result {
        SENT,
        /** The server will never take mail for this address. */
        REFUSED,
        /** This mail did not go; others may. */
        LATER,
        /** Nothing goes at the moment. */
        SERVER_DOWN
    }

    Delivery {
        reason = PlainText.line(reason.replaceAll("[^\\s<>]+@[^\\s<>]+", "…@…"), 500);
    }

    static Delivery sent() {
        return new Delivery(Result.SENT, "");
    }
}
