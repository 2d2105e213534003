/** The words of mails and how they are laid out. */
package org.qibu.mail.texts;
