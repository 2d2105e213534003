package org.qibu.community;

import java.util.Arrays;
import java.util.Optional;

/** An office of or above a community that late work is reported to. */
public enum Office {
    COMMITTEE_HEAD("居委会主任", "residents-committee"),
    SECRETARY("党组织书记", "party-branch"),
    SUPERVISION("居务监督委员会", "supervision"),
    SUBDISTRICT_CONTACT("街道联络员", "subdistrict"),
    FIRST_RESPONSIBLE("街道第一责任人", "subdistrict"),
    CIVIL_AFFAIRS("民政局", "civil-affairs");

    private final String chineseName;
    private final String group;

    Office(String chineseName, String group) {
        this.chineseName = chineseName;
        this.group = group;
    }

    /** What people and tables call it. */
    public String chineseName() {
        return chineseName;
    }

    /** The group that stands in while nobody is named. */
    public String group() {
        return group;
    }

    /** The office of this Chinese name. */
    public static Optional<Office> called(String chineseName) {
        return Arrays.stream(values())
                .filter(office -> office.chineseName.equals(chineseName))
                .findFirst();
    }
}
