/** Notices for everybody on pages and on paper. */
@NullMarked
package org.qibu.portal.notice;

import org.jspecify.annotations.NullMarked;
