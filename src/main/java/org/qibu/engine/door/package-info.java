/** The engine's own services with a door in front: who may work on what, and which values come in. */
package org.qibu.engine.door;
