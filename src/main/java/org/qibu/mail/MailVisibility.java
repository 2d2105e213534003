package org.qibu.mail;

import java.security.Principal;
import java.util.Set;

/** Asked by the mail pages whose mails a user may see; whoever knows the accounts answers. */
public interface MailVisibility {

    /** The codes of the communities this user belongs to. */
    Set<String> communitiesOf(Principal user);
}
