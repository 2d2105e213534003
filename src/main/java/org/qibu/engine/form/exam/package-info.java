/** Whether a form that somebody hands in can be shown and checked at all, tried with sample values before it is deployed. */
package org.qibu.engine.form.exam;
