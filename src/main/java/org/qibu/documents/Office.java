package org.qibu.documents;

import org.qibu.community.Community;

/** What the sub-district above a community is called in a letter. */
final class Office {

    private Office() {}

    static String of(Community community) {
        var name = community.subdistrict();
        return name.endsWith("街道") ? name + "办事处" : name;
    }
}
