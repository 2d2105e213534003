/** The engine's REST interface and web apps, as far as we change how they answer and who may enter. */
package org.qibu.engine.rest;
