/** The rolls of a community: who owns, lives and represents there, imported as a whole from a table. */
package org.qibu.community.rolls;
