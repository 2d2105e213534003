/** What is done at once where people or homes are in danger. */
@NullMarked
package org.qibu.implementation.emergency;

import org.jspecify.annotations.NullMarked;
