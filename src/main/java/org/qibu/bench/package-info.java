/**
 * Measures this installation beside a plain deployment of the engine on the same server: a sub-command of the jar,
 * nothing of it exists in normal running.
 */
@NullMarked
package org.qibu.bench;

import org.jspecify.annotations.NullMarked;
