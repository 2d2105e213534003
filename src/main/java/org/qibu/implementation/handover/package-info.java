/** The lead unit of a matter, and its change while the work is under way. */
@NullMarked
package org.qibu.implementation.handover;

import org.jspecify.annotations.NullMarked;
