const { is } = require('bpmnlint-utils');
const { attribute, allExtensions } = require('../model');

function isCode(value) {
  const type = value.$type.toLowerCase();
  return type === 'camunda:script' || type === 'camunda:connector' || type === 'camunda:field' || value.class;
}

/** A model says what happens, never how: no scripts, no classes, no connectors, no injected fields. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:BaseElement')) {
      return;
    }
    if (is(node, 'bpmn:ScriptTask')) {
      reporter.report(node.id, 'Script task is not allowed');
    }
    if (attribute(node, 'class')) {
      reporter.report(node.id, 'camunda:class is not allowed');
    }
    if (node.conditionExpression?.language) {
      reporter.report(node.id, 'Condition is a script');
    }
    if (allExtensions(node).some(isCode)) {
      reporter.report(node.id, 'Script, class, connector or field in the extensions is not allowed');
    }
  }
});
