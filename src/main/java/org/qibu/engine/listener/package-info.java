/** What every model gets when the engine reads it, whoever drew it: watchers, locks, bounds, candidates. */
package org.qibu.engine.listener;
