/** The pages of a matter: what everybody may see, and everything for the staff of its community. */
package org.qibu.matter.page;
