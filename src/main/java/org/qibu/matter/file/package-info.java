/** Files of a matter: judged by their content, kept as they were, compared with their checksum when read. */
@NamedInterface("file")
package org.qibu.matter.file;

import org.springframework.modulith.NamedInterface;
