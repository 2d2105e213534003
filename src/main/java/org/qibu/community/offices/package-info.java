/** Who holds which office of or above a community, from when to when, and where nobody does. */
package org.qibu.community.offices;
