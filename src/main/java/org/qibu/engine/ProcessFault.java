package org.qibu.engine;

import java.time.Instant;

/**
 * A place in a running process that cannot go on because of its model, not because of what somebody entered.
 *
 * @param matterNo null where no matter was begun yet
 * @param communityCode null likewise
 * @param place the task or job that cannot go on, or the start of a process
 * @param taskName what the place is called; empty where it has no name
 * @param processKey of the model
 * @param version of the model it runs on
 * @param reason in Chinese, for the process administrator
 * @param isJob whether it is something due by itself, which can be tried again, and no task of a person
 * @param firstAt when it was met first
 * @param times how often it was met since
 */
public record ProcessFault(
        long id,
        String matterNo,
        String communityCode,
        String place,
        String taskName,
        String processKey,
        int version,
        String reason,
        boolean isJob,
        Instant firstAt,
        int times) {}
