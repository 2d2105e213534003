package org.qibu.documents.render;

import java.util.Locale;

/**
 * What a font is for in a paper. The name is the family a style sheet asks for; a font of an office takes the place of ours
 * by what it is called.
 */
enum FontRole {
    /** Body, 仿宋: only an office has it, since no free one has all names. */
    FANG_SONG("FangSong", null, "仿宋", "fangsong", "simfang"),
    /** Title, 小标宋. */
    BIAO_SONG("BiaoSong", "songbold.ttf", "标宋", "biaosong"),
    /** Headings of the first level, 黑体. */
    HEI("HeiTi", "hei.ttf", "黑体", "simhei", "heiti"),
    /** Headings of the second level, 楷体. */
    KAI("KaiTi", "kai.ttf", "楷体", "kaiti", "simkai"),
    /** Signs the others lack: our font of all common ideographs. */
    SONG("QibuSong", "song.ttf"),
    /** Signs of names in the second ideographic plane. */
    RARE("QibuRare", "rare.ttf"),
    /** Any further font of the office, asked last. */
    OTHER("Office", null);

    private final String family;
    private final String file;
    private final String[] calledLike;

    FontRole(String family, String file, String... calledLike) {
        this.family = family;
        this.file = file;
        this.calledLike = calledLike;
    }

    String family() {
        return family;
    }

    /** The font that we pack as {@code .xz} for this role; null where only an office can fill it. */
    String file() {
        return file;
    }

    /** The role of a font by its own name or that of its file. */
    static FontRole of(String name) {
        var small = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        for (var role : values()) {
            for (var part : role.calledLike) {
                if (small.contains(part)) {
                    return role;
                }
            }
        }
        return OTHER;
    }
}
