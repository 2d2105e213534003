/** Exact arithmetic of assemblies and surveys: whole numbers, cross-multiplied, with the limits as data. */
package org.qibu.voting;
