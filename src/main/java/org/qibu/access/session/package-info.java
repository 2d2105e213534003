/** Login sessions: where they are kept, how long they last. */
@NullMarked
package org.qibu.access.session;

import org.jspecify.annotations.NullMarked;
