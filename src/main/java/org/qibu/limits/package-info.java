/** How often something may happen: counted in the database, so that all nodes count together and none is too late. */
@NullMarked
package org.qibu.limits;

import org.jspecify.annotations.NullMarked;
