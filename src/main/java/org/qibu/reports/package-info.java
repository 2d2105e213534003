/** What officials look up about the whole of the work: so far the load that forms put on staff. */
@NullMarked
package org.qibu.reports;

import org.jspecify.annotations.NullMarked;
