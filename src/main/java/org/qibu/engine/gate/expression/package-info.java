/** Which expressions a model may hold, and what they reach when they are evaluated. */
package org.qibu.engine.gate.expression;
