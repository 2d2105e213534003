/** What people and programs are told when a request is refused or fails. */
@NullMarked
package org.qibu.portal.error;

import org.jspecify.annotations.NullMarked;
