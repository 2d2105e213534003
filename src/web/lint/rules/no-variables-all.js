const { is } = require('bpmnlint-utils');
const { extensions } = require('../model');

/** Called processes get named variables only, so that the contract of a step can be read off the model. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:CallActivity')) {
      return;
    }
    const everything = [ ...extensions(node, 'in'), ...extensions(node, 'out') ].some(value => value.variables);
    if (everything) {
      reporter.report(node.id, 'Call activity passes all variables');
    }
  }
});
