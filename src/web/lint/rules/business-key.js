const { is } = require('bpmnlint-utils');
const { extensions } = require('../model');

/** Every called process carries the matter number on as its business key. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:CallActivity')) {
      return;
    }
    const handedOn = extensions(node, 'in')
      .some(value => value.businessKey === '#{execution.processBusinessKey}');
    if (!handedOn) {
      reporter.report(node.id, 'Call activity does not hand on the business key');
    }
  }
});
