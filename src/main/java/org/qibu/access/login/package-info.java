/** Logging in: passwords, tries, and the account behind a session looked at again with each request. */
package org.qibu.access.login;
