/**
 * What must not leave the house: names, homes and numbers of people are found and hidden here, and only what was hidden
 * here becomes a {@link org.qibu.privacy.MaskedText}, which every published place asks for.
 */
@NullMarked
package org.qibu.privacy;

import org.jspecify.annotations.NullMarked;
