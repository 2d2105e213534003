const { settings } = await import(`../../../lib/qibu/settings.js?${Date.now()}`);
await import('../../../lib/qibu/drafts.js');
await import('../../../lib/qibu/order.js');

// the app adds .js behind a name that does not end so; here it lands behind the time, which keeps no old file in use
const customScripts = ['beside', 'cards', 'phone'].map(part => `../../lib/qibu/${part}.js?${Date.now()}`);

function shortcuts([claim, filter, list, form, start]) {
  return {
    claimTask: { key: 'ctrl+alt+c', description: claim },
    focusFilter: { key: 'ctrl+shift+f', description: filter },
    focusList: { key: 'ctrl+alt+l', description: list },
    focusForm: { key: 'ctrl+alt+f', description: form },
    startProcess: { key: 'ctrl+alt+p', description: start },
  };
}

export default await settings('tasklist', {
  name: '任务列表',
  customScripts,
  shortcuts: shortcuts(['认领当前任务', '转到第一个筛选', '转到第一项任务', '转到表单的第一栏', '打开“启动流程”窗口']),
}, {
  name: 'Tasklist',
  customScripts,
  shortcuts: shortcuts([
    'claims the selected task', 'goes to the first filter', 'goes to the first task', 'goes to the first field of the form', 'opens the dialog to start a process',
  ]),
});
