/** Whole matters beside a plain deployment of the engine, form by form. */
package org.qibu.bench.matters;
