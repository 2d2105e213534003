const assert = require('node:assert/strict');
const { test } = require('node:test');
const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const SOUND = {
  process: 'id="agenda-setting" isExecutable="true" camunda:historyTimeToLive="P3650D"',
  task: `<userTask id="task_fixAgenda" name="确定议题" camunda:formRef="fix-agenda" camunda:formRefBinding="deployment"
           camunda:candidateGroups="two-committees" />`,
  call: `<callActivity id="call_agendaNotice" name="议题公示" calledElement="public-notice"><extensionElements>
           <camunda:in businessKey="#{execution.processBusinessKey}" />
           <camunda:in source="matterNo" target="matterNo" /></extensionElements></callActivity>`,
  service: '<serviceTask id="service_publishAgenda" name="公布议题" camunda:delegateExpression="${publishAgenda}" />',
  gateway: '<exclusiveGateway id="gateway_agendaDecision" name="怎样决定？" />',
  yes: `<sequenceFlow id="flow_adopt" name="列入" sourceRef="gateway_agendaDecision" targetRef="end_adopted">
          <conditionExpression>\${agendaDecision == 'ADOPT'}</conditionExpression></sequenceFlow>`,
  no: `<sequenceFlow id="flow_notOnAgenda" name="不列入" sourceRef="gateway_agendaDecision" targetRef="end_notOnAgenda" />`,
  events: `<endEvent id="end_adopted" name="已确定"/><endEvent id="end_notOnAgenda" name="不列入"/>
           <intermediateThrowEvent id="link_back" name="回头"><linkEventDefinition name="回头"/></intermediateThrowEvent>
           <intermediateCatchEvent id="linkTo_back" name="回头"><linkEventDefinition name="回头"/></intermediateCatchEvent>
           <intermediateCatchEvent id="timer_over" name="期满"><timerEventDefinition/></intermediateCatchEvent>`
};

function model(faults) {
  const { process, ...parts } = { ...SOUND, ...faults };
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="qibu"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process ${process}>${Object.values(parts).join('\n')}</process></definitions>`;
}

async function findings(rule, faults = {}) {
  const { rootElement } = await new BpmnModdle().fromXML(model(faults));
  const linter = new Linter({ resolver: new NodeResolver() });
  const report = await linter.lint(rootElement, { rules: { [`qibu/${rule}`]: 'error' } });
  return (report[`qibu/${rule}`] || []).map(({ id, message }) => `${id}: ${message}`);
}

const FAULTS = {
  'business-key': [
    [ 'a call without the business key', { call: '<callActivity id="call_agendaNotice" calledElement="public-notice" />' } ]
  ],
  'id-pattern': [
    [ 'a generated id', { task: '<userTask id="Activity_0049ryx" />' } ],
    [ 'a kind that lies', { service: '<serviceTask id="task_publishAgenda" />' } ],
    [ 'a flow without a kind', { no: SOUND.no.replace('flow_notOnAgenda', 'Flow_1') } ],
    [ 'a timer called task', { events: SOUND.events.replace('timer_over', 'task_over') } ],
    [ 'a throw that calls itself the target of a link', { events: SOUND.events.replace('"link_back"', '"linkTo_backThrown"') } ],
    [ 'a process in camel case', { process: SOUND.process.replace('agenda-setting', 'agendaSetting') } ]
  ],
  'labelled-ways': [
    [ 'an unlabelled way', { no: SOUND.no.replace('name="不列入"', '') } ],
    [ 'a label in English', { no: SOUND.no.replace('不列入', 'no') } ],
    [ 'a gateway without a question', { gateway: '<exclusiveGateway id="gateway_agendaDecision" />' } ]
  ],
  'no-code': [
    [ 'a script task', { service: '<scriptTask id="task_x" scriptFormat="javascript"><script>1</script></scriptTask>' } ],
    [ 'a class', { service: '<serviceTask id="service_x" camunda:class="org.x.Y" />' } ],
    [ 'a listener with a class', { service: `<serviceTask id="service_x" camunda:delegateExpression="\${x}"><extensionElements>
        <camunda:executionListener class="org.x.Y" event="start" /></extensionElements></serviceTask>` } ],
    [ 'a script in a listener', { service: `<serviceTask id="service_x" camunda:delegateExpression="\${x}"><extensionElements>
        <camunda:executionListener event="start"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener>
        </extensionElements></serviceTask>` } ],
    [ 'a script as a condition', { yes: SOUND.yes.replace('<conditionExpression>', '<conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression" language="groovy">') } ]
  ],
  'no-variables-all': [
    [ 'all variables handed in', { call: SOUND.call.replace('source="matterNo" target="matterNo"', 'variables="all"') } ],
    [ 'all variables handed out', { call: SOUND.call.replace('</extensionElements>', '<camunda:out variables="all" /></extensionElements>') } ]
  ],
  'time-to-live': [
    [ 'a process without time to live', { process: 'id="agenda-setting" isExecutable="true"' } ]
  ],
  'user-task': [
    [ 'no form', { task: SOUND.task.replace('camunda:formRef="fix-agenda"', '') } ],
    [ 'another task\'s form', { task: SOUND.task.replace('"fix-agenda"', '"study-topic"') } ],
    [ 'a form bound to the latest', { task: SOUND.task.replace('"deployment"', '"latest"') } ],
    [ 'no group', { task: SOUND.task.replace('camunda:candidateGroups="two-committees"', '') } ],
    [ 'an assignee', { task: SOUND.task.replace('<userTask', '<userTask camunda:assignee="clerk"') } ],
    [ 'an English name', { task: SOUND.task.replace('确定议题', 'Fix the agenda') } ]
  ]
};

for (const [ rule, faults ] of Object.entries(FAULTS)) {

  test(`${rule} finds nothing in a sound model`, async () => {
    assert.deepEqual(await findings(rule), []);
  });

  for (const [ fault, parts ] of faults) {
    test(`${rule} finds ${fault}`, async () => {
      assert.equal((await findings(rule, parts)).length, 1);
    });
  }
}
