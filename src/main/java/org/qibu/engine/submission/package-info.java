/** A form on its way into the engine: opened, kept as a draft, checked, submitted, taken back; who may work on which task. */
package org.qibu.engine.submission;
