package org.qibu.availability;

/** A database that an older program left behind and this one cannot bring up to date; nothing in it was touched. */
public class OutdatedDatabase extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param version of its tables, the last that was brought in */
    public OutdatedDatabase(int version) {
        super("这个数据库是较早的程序留下的，表结构停在第 " + version + " 版；这个程序只能接着第 " + MigrationHistory.LAST_BEFORE_SQUASH + " 版往下用。");
    }
}
