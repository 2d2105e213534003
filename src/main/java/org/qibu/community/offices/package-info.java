/** Who holds which office of or above a community, from when to when, and where nobody does. */
@NamedInterface("offices")
package org.qibu.community.offices;

import org.springframework.modulith.NamedInterface;
