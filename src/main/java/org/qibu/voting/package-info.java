/** Exact arithmetic of assemblies and surveys: whole numbers, cross-multiplied, with the limits as data. */
@NullMarked
package org.qibu.voting;

import org.jspecify.annotations.NullMarked;
