/** Login sessions: where they are kept, how long they last. */
package org.qibu.access.session;
