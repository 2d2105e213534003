/** The mails and their texts for staff and administrators. */
package org.qibu.mail.page;
