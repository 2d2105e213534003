/** FEEL within bounds: the one engine for decision tables and conditions of forms, at the gate and in matters. */
package org.qibu.engine.feel;
