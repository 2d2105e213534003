package org.qibu.notices;

import org.qibu.matter.contract.PublishedForms;

/** Ids of the forms of this room, and the keys of the fields that no other room reads. */
final class NoticeForms {

    static final String EXPLAIN_REJECTION = PublishedForms.EXPLAIN_REJECTION;
    static final String HANDLE_OBJECTION = "handle-objection";

    private NoticeForms() {}

    /** Keys of the fields of {@code handle-objection}, 异议处理. */
    static final class HandleObjectionFields {

        static final String ANSWER = "answer";
        static final String CONTENT = "content";
        static final String OBJECTOR = "objector";
        static final String RETURN_TO = "returnTo";
        static final String UPHELD = "upheld";

        private HandleObjectionFields() {}
    }
}
