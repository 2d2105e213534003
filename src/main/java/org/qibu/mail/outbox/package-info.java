/** Mails on their way: written down with the transaction that caused them, sent once it stands, tried again, given up. */
@NamedInterface("outbox")
package org.qibu.mail.outbox;

import org.springframework.modulith.NamedInterface;
