/** Camunda Forms on the server: read, checked, prefilled, handed on. */
package org.qibu.engine.form;
