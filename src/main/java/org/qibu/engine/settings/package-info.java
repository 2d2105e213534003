/** What holds for the engine as a whole: its tables, its history, its passwords, its models at the start. */
package org.qibu.engine.settings;
