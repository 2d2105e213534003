package org.qibu.documents.paper;

import org.qibu.community.Community;

/** What the sub-district above a community is called in a letter. */
final class IssuingOffice {

    private IssuingOffice() {}

    static String of(Community community) {
        var name = community.subdistrict();
        return name.endsWith("街道") ? name + "办事处" : name;
    }
}
