/** Names of forms, fields and elements that rooms other than their step read. */
package org.qibu.matter.contract;
