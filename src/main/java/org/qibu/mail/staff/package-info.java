/** Mails to staff: who reads what, at once or once a day, and who stands in. */
@NamedInterface("staff")
package org.qibu.mail.staff;

import org.springframework.modulith.NamedInterface;
