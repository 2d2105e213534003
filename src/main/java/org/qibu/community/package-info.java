/** Communities and who and what belongs to them: people, homes, owners, organisations. */
package org.qibu.community;
