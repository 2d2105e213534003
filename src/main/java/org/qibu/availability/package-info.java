/** Staying able to answer: what a failing database means for whoever asks, when to say so, bounds for slow work and slow senders. */
@NullMarked
package org.qibu.availability;

import org.jspecify.annotations.NullMarked;
