/** Half-filled forms, kept on the server for whoever filled them and for nobody else. */
package org.qibu.engine.draft;
