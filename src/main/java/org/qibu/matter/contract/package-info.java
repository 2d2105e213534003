/** Names of forms, fields and elements that rooms other than their step read. */
@NamedInterface("contract")
package org.qibu.matter.contract;

import org.springframework.modulith.NamedInterface;
