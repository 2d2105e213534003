/** Tables people send and fetch: CSV and XLSX. Knows nothing of what the rows mean. */
@NullMarked
package org.qibu.sheets;

import org.jspecify.annotations.NullMarked;
