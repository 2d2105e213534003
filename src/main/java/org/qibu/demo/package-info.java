/** Demonstration communities, accounts and parked matters, and the training clock; never beside real data. */
package org.qibu.demo;
