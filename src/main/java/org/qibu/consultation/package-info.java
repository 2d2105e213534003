/** Step 3 of 7: consultation (协商议事). Everybody is heard, agreement is looked for over rounds, dissent is written down. */
@NullMarked
package org.qibu.consultation;

import org.jspecify.annotations.NullMarked;
