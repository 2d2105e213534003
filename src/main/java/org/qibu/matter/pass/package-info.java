/** How often a matter may be sent round again, as the table of limits has it: asked by models and by forms. */
@NamedInterface("pass")
package org.qibu.matter.pass;

import org.springframework.modulith.NamedInterface;
