const { is, isAny } = require('bpmnlint-utils');
const { isChinese } = require('../model');

// the lists of outgoing flows may be left out of a model, the flows themselves cannot
function waysOut(gateway) {
  return (gateway.$parent.flowElements || [])
    .filter(element => is(element, 'bpmn:SequenceFlow') && element.sourceRef === gateway);
}

/** A gateway is a question; each way out is an answer, and both can be read. */
module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, [ 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway' ])) {
      return;
    }
    const ways = waysOut(node);
    if (ways.length < 2) {
      return;
    }
    if (!isChinese(node.name)) {
      reporter.report(node.id, 'Gateway asks no question in Chinese');
    }
    ways
      .filter(flow => !isChinese(flow.name))
      .forEach(flow => reporter.report(flow.id, 'Way out of a gateway has no Chinese label'));
  }
});
