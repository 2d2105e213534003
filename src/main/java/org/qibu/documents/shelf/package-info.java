/** Papers once issued: kept, listed and handed out as the same bytes ever after. */
package org.qibu.documents.shelf;
