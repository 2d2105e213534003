/** Communities and who and what belongs to them: people, homes, owners, organisations. */
@NullMarked
package org.qibu.community;

import org.jspecify.annotations.NullMarked;
