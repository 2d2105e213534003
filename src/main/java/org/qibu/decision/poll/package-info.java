/** Polls for the people who count them, on pages and for programs. */
package org.qibu.decision.poll;
