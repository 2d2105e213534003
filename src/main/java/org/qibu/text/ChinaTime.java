package org.qibu.text;

import java.time.ZoneId;

/** The time people in China read and write. */
public final class ChinaTime {

    /** The one zone of the whole country. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}
}
