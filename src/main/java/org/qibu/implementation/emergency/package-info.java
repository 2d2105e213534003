/** What is done at once where people or homes are in danger. */
package org.qibu.implementation.emergency;
