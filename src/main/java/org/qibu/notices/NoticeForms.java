package org.qibu.notices;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
public final class NoticeForms {

    public static final String EXPLAIN_REJECTION = PublishedForms.EXPLAIN_REJECTION;
    public static final String HANDLE_OBJECTION = "handle-objection";

    private NoticeForms() {}

    /** Keys of the fields of {@code handle-objection}, 异议处理. */
    public static final class HandleObjectionFields {

        public static final String ANSWER = "answer";
        public static final String CONTENT = "content";
        public static final String OBJECTOR = "objector";
        public static final String RETURN_TO = "returnTo";
        public static final String UPHELD = "upheld";

        private HandleObjectionFields() {}
    }
}
