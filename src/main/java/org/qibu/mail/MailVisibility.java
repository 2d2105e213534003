package org.qibu.mail;

import java.security.Principal;

/** Asked by the mail pages whose mails a user may see; whoever knows the accounts answers. */
public interface MailVisibility {

    /** The communities this user belongs to, and everybody in them. */
    Scope scopeOf(Principal user);
}
