/** Logging in: passwords, tries, and the account behind a session looked at again with each request. */
@NullMarked
package org.qibu.access.login;

import org.jspecify.annotations.NullMarked;
