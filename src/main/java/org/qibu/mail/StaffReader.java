package org.qibu.mail;

import java.util.List;

/**
 * Who on the staff reads a letter.
 *
 * @param token stands in its link, so that following it can be told
 * @param standsInFor the account they act for; null where there is none, or where a list says so line by line
 * @param taskId what the letter is about; null where it is about no single task
 * @param lines what a list tells of; empty for any other letter
 */
public record StaffReader(String token, String accountId, String standsInFor, String taskId, List<StaffNote> lines) {}
