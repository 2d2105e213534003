/** The rules for BPMN models: what may stand in them, and whether a matter gets through them to an end. */
package org.qibu.engine.gate.bpmn;
