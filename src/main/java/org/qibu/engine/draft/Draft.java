package org.qibu.engine.draft;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody had typed into a form.
 *
 * @param values by field; null where a field was emptied
 * @param words what was typed, as text a person can copy
 */
public record Draft(Map<String, Object> values, String words, Instant savedAt) {}
