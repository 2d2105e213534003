package org.qibu.matter;

/**
 * What a matter is about, which decides who takes part and who decides; its name is the code in tables, forms and the
 * database. Those of the owners are numbered as in the Civil Code, article 278.
 */
public enum MatterType {
    COM_AFFAIR,
    DISPUTE,
    NUISANCE,
    OWN_1_ASSEMBLY_RULES,
    OWN_2_COVENANT,
    OWN_3_COMMITTEE,
    OWN_4_FIRM,
    OWN_5_USE_FUND,
    OWN_6_RAISE_FUND,
    OWN_7_REBUILD,
    OWN_8_COMMON_USE,
    OWN_9_OTHER,
    OWN_10_HOME_TO_BUSINESS,
    RES_COVENANT,
    RES_MAJOR,
    RES_WELFARE_MONEY,
    RES_MEMBER_CHANGE,
    VIL_MAJOR,
    VIL_AUTHORISED,
    VIL_GROUP,
    GOV_ENTRUSTED,
    OUT_OF_SCOPE
}
