/**
 * Papers out of a matter: letters and notices as Word and PDF in the style of official documents, and QR codes. A paper is
 * kept as a text model the moment its event happens and turned into a file when somebody first needs it.
 */
@NullMarked
package org.qibu.documents;

import org.jspecify.annotations.NullMarked;
