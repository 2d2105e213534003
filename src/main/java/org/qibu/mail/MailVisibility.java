package org.qibu.mail;

import java.security.Principal;

/** Finds whose mails a user may see; implemented by the room that has the accounts. */
public interface MailVisibility {

    /** The communities this user belongs to, and everybody in them. */
    Scope scopeOf(Principal user);
}
