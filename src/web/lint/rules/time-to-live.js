const { is } = require('bpmnlint-utils');
const { attribute } = require('../model');

/** Every process says how long its history is kept. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && !/^(P\d+D|\d+)$/.test(attribute(node, 'historyTimeToLive') || '')) {
      reporter.report(node.id, 'Process has no time to live in days');
    }
  }
});
