/** Telling everybody concerned why a matter was not adopted. */
@NullMarked
package org.qibu.notices.rejection;

import org.jspecify.annotations.NullMarked;
