package org.qibu.notices.channels;

/** Where a notice can be seen; the codes are those of the feedback form. */
public enum Channel {
    NOTICE_BOARD(true),
    SCREEN(true),
    STAIRWELL(true),
    /** the page of this system, posted and taken down without anybody's doing */
    PORTAL(false),
    COMMUNITY_NETWORK(false),
    WECHAT(false);

    private final boolean physical;

    Channel(boolean physical) {
        this.physical = physical;
    }

    /** Whether somebody has to walk there. */
    public boolean isPhysical() {
        return physical;
    }

    /** PHYSICAL or ONLINE. */
    public String kind() {
        return physical ? "PHYSICAL" : "ONLINE";
    }
}
