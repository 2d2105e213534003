/** What measurements share: databases, options, staff as clients, the machine they ran on. */
@NullMarked
package org.qibu.bench.setup;

import org.jspecify.annotations.NullMarked;
