/** Residents' pages, the frame around every page, and what errors look like to people and to programs. */
@NullMarked
package org.qibu.portal;

import org.jspecify.annotations.NullMarked;
