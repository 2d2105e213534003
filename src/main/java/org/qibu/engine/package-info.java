/**
 * The few ports and carriers of the engine's room that other rooms need. Camunda's settings, the check of forms, the
 * gate and the deployer are in the packages below.
 */
package org.qibu.engine;
