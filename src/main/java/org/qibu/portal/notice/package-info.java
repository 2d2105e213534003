/** Notices for everybody on pages and on paper. */
package org.qibu.portal.notice;
