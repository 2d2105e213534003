package org.qibu.availability;

/** What can be done with the database at the moment. */
public enum DatabaseState {

    /** It takes and gives. */
    UP,

    /** It can be read and not written: a full disk, a server that takes reading only. */
    READ_ONLY,

    /** It does not answer. */
    DOWN;

    static DatabaseState after(DatabaseTrouble trouble) {
        return switch (trouble) {
            case RACE -> UP;
            case READ_ONLY -> READ_ONLY;
            case DOWN -> DOWN;
        };
    }
}
