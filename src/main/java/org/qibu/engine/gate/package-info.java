/** One gate for whatever is deployed, through whichever door: what a model may do, and nothing else. */
package org.qibu.engine.gate;
