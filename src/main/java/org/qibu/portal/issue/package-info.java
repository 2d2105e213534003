/** Raising an issue online. */
@NullMarked
package org.qibu.portal.issue;

import org.jspecify.annotations.NullMarked;
