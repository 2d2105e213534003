/** What belongs to one running transaction: what was read in it already. */
package org.qibu.transaction;
