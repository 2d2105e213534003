/** The engine's own services with our checks in front of them: whoever calls the engine, by page, program or web app, passes here. */
package org.qibu.engine.guard;
