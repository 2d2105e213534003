package org.qibu.demo;

import java.util.ArrayList;
import java.util.List;

/** What happened while the clock was moved. */
class ClockMoveResult {

    private final List<String> failures = new ArrayList<>();
    private int jobs;
    private long mails;

    void done(int moreJobs, long moreMails) {
        jobs += moreJobs;
        mails += moreMails;
    }

    void failed(String reason) {
        failures.add(reason);
    }

    int jobs() {
        return jobs;
    }

    long mails() {
        return mails;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
