package org.qibu.access;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups an account can belong to, with what people call them. */
public enum Groups {
    RESIDENTS_COMMITTEE("residents-committee", "社区居委会工作人员"),
    PARTY_BRANCH("party-branch", "社区党组织"),
    TWO_COMMITTEES("two-committees", "社区两委"),
    GRID_STAFF("grid-staff", "网格员"),
    RESIDENTS("residents", "居民"),
    RESIDENT_REPS("resident-reps", "居民代表、居民小组长"),
    OWNERS_COMMITTEE("owners-committee", "业主委员会"),
    PROPERTY_FIRM("property-firm", "物业服务企业"),
    RESIDENT_UNITS("resident-units", "驻区、共建、下沉单位"),
    SOCIAL_WORKER("social-worker", "社会工作者、社会组织"),
    PROMOTERS("promoters", "促参员"),
    EXPERT("expert", "专家库成员"),
    MEDIATION("mediation", "人民调解委员会"),
    DELIBERATION_COUNCIL("deliberation-council", "议事会成员"),
    VOTE_TELLER("vote-teller", "计票人"),
    VOTE_SCRUTINEER("vote-scrutineer", "监票人"),
    SUPERVISION("supervision", "居务监督委员会"),
    RESULT_SUPERVISORS("result-supervisors", "协商结果监督队伍"),
    SUBDISTRICT("subdistrict", "街道办事处"),
    SUBDISTRICT_INSPECT("subdistrict-inspect", "街道督查"),
    DEPARTMENT("department", "职能部门"),
    CIVIL_AFFAIRS("civil-affairs", "民政局"),
    ARCHIVIST("archivist", "档案员"),
    PROCESS_ADMIN("process-admin", "流程管理员"),
    CAMUNDA_ADMIN("camunda-admin", "系统管理员");

    private final String id;
    private final String chineseName;

    Groups(String id, String chineseName) {
        this.id = id;
        this.chineseName = chineseName;
    }

    /** The id models and accounts use. */
    public String id() {
        return id;
    }

    /** What a person calls the group. */
    public String chineseName() {
        return chineseName;
    }

    /** The engine treats members of system groups as its own administrators. */
    String type() {
        return this == CAMUNDA_ADMIN ? "SYSTEM" : "WORKFLOW";
    }

    /** The ids of all groups. */
    public static Set<String> ids() {
        return Arrays.stream(values()).map(Groups::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
