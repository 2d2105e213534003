/** Whole matters beside a plain deployment of the engine, form by form. */
@NullMarked
package org.qibu.bench.matters;

import org.jspecify.annotations.NullMarked;
