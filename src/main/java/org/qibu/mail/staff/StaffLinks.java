package org.qibu.mail.staff;

/** The addresses mails to staff point to: they survive the login, which would lose what stands behind a #. */
final class StaffLinks {

    private StaffLinks() {}

    /** Opens a task; without one, whatever the mail with this token is about. */
    static String toTask(String taskId, String token) {
        return taskId == null ? "/staff/mail/" + token + "/open" : "/staff/tasks/" + taskId + "/open?mail=" + token;
    }
}
