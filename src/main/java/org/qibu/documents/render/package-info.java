/** Papers as Word and PDF files, with Chinese fonts and QR codes. */
@NamedInterface("render")
package org.qibu.documents.render;

import org.springframework.modulith.NamedInterface;
