package org.qibu.community.offices;

import java.util.List;
import java.util.Map;
import org.qibu.community.Office;

/** Answers which kinds of mail each office gets; implemented by the room that sends them. */
public interface OfficeUse {

    /**
     * What an office is told.
     *
     * @param kind the kind of mail, as the mail room calls it
     * @param copied whether it only learns of it
     */
    record Told(String kind, boolean copied) {}

    /** What each office is told of ordinary matters; offices that are told nothing are missing. */
    Map<Office, List<Told>> told();
}
