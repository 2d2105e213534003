const { is } = require('bpmnlint-utils');
const { attribute, isChinese } = require('../model');

function formOf(node) {
  return node.id.replace(/^task_/, '').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** A task comes with its own form, is offered to a group, and is named as an official would name it. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    if (attribute(node, 'formRef') !== formOf(node)) {
      reporter.report(node.id, `User task does not refer to its form <${formOf(node)}>`);
    }
    if (attribute(node, 'formRefBinding') !== 'deployment') {
      reporter.report(node.id, 'Form is not bound to the deployment');
    }
    if (!attribute(node, 'candidateGroups')) {
      reporter.report(node.id, 'User task is offered to no group');
    }
    if (attribute(node, 'assignee')) {
      reporter.report(node.id, 'User task names a person');
    }
    if (!isChinese(node.name)) {
      reporter.report(node.id, 'User task has no Chinese name');
    }
  }
});
