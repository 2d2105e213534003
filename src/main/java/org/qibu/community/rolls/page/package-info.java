/** Rolls for staff and programs: uploads, previews, downloads. */
@NullMarked
package org.qibu.community.rolls.page;

import org.jspecify.annotations.NullMarked;
