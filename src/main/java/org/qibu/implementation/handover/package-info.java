/** The lead unit of a matter, and its change while the work is under way. */
package org.qibu.implementation.handover;
