/** What measurements share: databases, options, staff as clients, the machine they ran on. */
package org.qibu.bench.setup;
