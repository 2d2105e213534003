/** The letters and notices of a matter, each written by an author of its own out of the forms. */
package org.qibu.documents.paper;
