/** Addresses, headers and form tokens, the same for every request. */
package org.qibu.access.http;
