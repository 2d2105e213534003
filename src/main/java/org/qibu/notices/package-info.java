/**
 * What is told to the public and how it may answer: postings for a period, objections against them, names masked; and the
 * written answer to those whose matter was not adopted.
 */
@NullMarked
package org.qibu.notices;

import org.jspecify.annotations.NullMarked;
