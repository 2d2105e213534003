package org.qibu.mail;

import java.security.Principal;
import java.util.Optional;

/** Finds the telephone number of somebody a mail did not reach; implemented by the room that has the people. */
public interface PhoneBook {

    /**
     * Somebody a mail did not reach.
     *
     * @param account null for anybody who is not on the staff
     * @param matterNo null where the mail was about no single matter
     */
    record Missed(String account, String matterNo, String address) {}

    /** The number of this person, for a user who may see it; empty for anybody else, or where none is known. */
    Optional<String> phoneOf(Missed missed, Principal user);
}
