package org.qibu.matter.contract;

/** Keys of the fields of the form {@code certify-count}, 确认计票. */
public final class CertifyCountFields {

    public static final String CERTIFIED = "certified";
    public static final String IRREGULARITIES = "irregularities";

    private CertifyCountFields() {}
}
