/** The actions planned for a matter and what became of them. */
@NamedInterface("action")
package org.qibu.matter.action;

import org.springframework.modulith.NamedInterface;
