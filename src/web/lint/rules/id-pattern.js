const { is } = require('bpmnlint-utils');

const KINDS = [
  [ 'bpmn:SequenceFlow', [ 'flow' ] ],
  [ 'bpmn:Message', [ 'message' ] ],
  [ 'bpmn:Error', [ 'error' ] ],
  [ 'bpmn:UserTask', [ 'task' ] ],
  [ 'bpmn:BusinessRuleTask', [ 'decision' ] ],
  [ 'bpmn:ServiceTask', [ 'service' ] ],
  [ 'bpmn:CallActivity', [ 'call' ] ],
  [ 'bpmn:SubProcess', [ 'sub' ] ],
  [ 'bpmn:Gateway', [ 'gateway' ] ]
];

const EVENTS = [
  [ 'bpmn:TimerEventDefinition', [ 'timer' ] ],
  [ 'bpmn:MessageEventDefinition', [ 'message' ] ],
  [ 'bpmn:ErrorEventDefinition', [ 'error' ] ]
];

const ALL = [ 'start', 'end', 'task', 'service', 'decision', 'call', 'gateway', 'timer', 'message', 'error', 'flow', 'link', 'linkTo', 'sub' ];

function kindsOf(node) {
  const known = KINDS.find(([ type ]) => is(node, type));
  if (known) {
    return known[1];
  }
  if (is(node, 'bpmn:EndEvent')) {
    return [ 'end' ];
  }
  if (is(node, 'bpmn:Event')) {
    const definition = node.eventDefinitions?.[0];
    if (!definition) {
      return is(node, 'bpmn:StartEvent') ? [ 'start' ] : ALL;
    }
    if (is(definition, 'bpmn:LinkEventDefinition')) {
      return [ is(node, 'bpmn:ThrowEvent') ? 'link' : 'linkTo' ];
    }
    return EVENTS.find(([ type ]) => is(definition, type))?.[1] || ALL;
  }
  return is(node, 'bpmn:FlowElement') ? ALL : null;
}

/** Ids say what an element is and what it means; they are what code and running matters hold on to. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && !/^[a-z]+(-[a-z]+)*$/.test(node.id)) {
      reporter.report(node.id, 'Process id is not kebab-case');
      return;
    }
    const kinds = kindsOf(node);
    if (kinds && !new RegExp(`^(${kinds.join('|')})_[a-z][A-Za-z0-9]*$`).test(node.id)) {
      reporter.report(node.id, `Id is not ${kinds.join('|')}_<lowerCamel>`);
    }
  }
});
