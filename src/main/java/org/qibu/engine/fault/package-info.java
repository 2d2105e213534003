/** What becomes of a process that cannot go on because of its model: kept, told, and said in words. */
package org.qibu.engine.fault;
