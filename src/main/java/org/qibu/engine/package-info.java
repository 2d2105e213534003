/** Camunda's settings, its plugin, the check of forms, the deployer and its gate; publishes the few ports other rooms need. */
package org.qibu.engine;
