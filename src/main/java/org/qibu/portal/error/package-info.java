/** What people and programs are told when a request is refused or fails. */
package org.qibu.portal.error;
