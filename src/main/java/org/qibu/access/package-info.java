/** Login, roles, and who may see what. */
package org.qibu.access;
