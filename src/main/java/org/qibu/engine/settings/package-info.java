/** What holds for the engine as a whole: its tables, history, jobs, ids, passwords and grants, and who may call it. */
package org.qibu.engine.settings;
