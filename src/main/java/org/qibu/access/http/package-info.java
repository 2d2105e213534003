/** Addresses, headers and form tokens, the same for every request. */
@NullMarked
package org.qibu.access.http;

import org.jspecify.annotations.NullMarked;
