package org.qibu.engine;

/** Tells the check of rows whether a person is known; the room of communities answers. */
public interface People {

    /** Whether somebody with this number stands in a roll or the pool of the community. */
    boolean isKnown(String communityCode, String personNo);
}
