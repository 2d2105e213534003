/** Login, roles, and who may see what. */
@NullMarked
package org.qibu.access;

import org.jspecify.annotations.NullMarked;
