package org.qibu.collection;

/** Results of the first step that code names. */
final class CollectionElements {

    static final String RESULT = "collectionResult";
    static final String RESULT_ACCEPT = "ACCEPT";

    private CollectionElements() {}
}
