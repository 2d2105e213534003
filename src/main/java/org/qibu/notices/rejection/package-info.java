/** Telling everybody concerned why a matter was not adopted. */
package org.qibu.notices.rejection;
