/**
 * Words that name somebody or something, read and said the same way at every door: keys and names as they are compared,
 * mail addresses, telephone numbers, the labels of codes. It imports no other room; every room may import it.
 */
@NullMarked
package org.qibu.text;

import org.jspecify.annotations.NullMarked;
