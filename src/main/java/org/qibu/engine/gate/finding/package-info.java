/** What stands against a file that somebody hands in, told by its place; and how its XML is read safely. */
package org.qibu.engine.gate.finding;
