package org.qibu.deadlines;

import java.time.Instant;

/**
 * The time a task was given and why.
 *
 * @param allowance null where a model gave the moment itself
 */
record TimeGiven(Urgency urgency, Instant countedFrom, Allowance allowance, Instant due) {}
