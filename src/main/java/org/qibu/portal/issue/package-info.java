/** Raising an issue online. */
package org.qibu.portal.issue;
