/** Matters, their files, rows and drafts for programs. */
package org.qibu.matter.page.api;
