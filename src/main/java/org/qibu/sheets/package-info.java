/** Tables people send and fetch: CSV and XLSX. Knows nothing of what the rows mean. */
package org.qibu.sheets;
