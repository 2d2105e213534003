/** Rolls for staff and programs: uploads, previews, downloads. */
package org.qibu.community.rolls.page;
