/** Mail: letters are written to an outbox in the caller's transaction and sent after it; the only room that knows Spring Mail. */
package org.qibu.mail;
