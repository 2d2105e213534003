package org.qibu.mail;

import java.security.Principal;
import java.util.Optional;

/** Asked how to call somebody a mail about a matter did not reach; whoever knows the people answers. */
public interface PhoneBook {

    /** The number behind this address, for a user who may see it; empty for anybody else, or where none is known. */
    Optional<String> phoneOf(String matterNo, String address, Principal user);
}
