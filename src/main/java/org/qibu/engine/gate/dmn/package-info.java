/** The rules for decision tables: what may stand in their cells, and whether the engine understands it as its author does. */
package org.qibu.engine.gate.dmn;
