/** The forms of a matter as they were submitted: kept, said in words, corrected, shown to the forms that follow. */
@NamedInterface("form")
package org.qibu.matter.form;

import org.springframework.modulith.NamedInterface;
