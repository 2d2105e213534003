/*
 * The form viewer (form-js 1.8) speaks English only, and the apps have a few words that no locale file reaches. Both are
 * replaced where they are shown.
 */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthNumber = name => months.findIndex(month => month.startsWith(name)) + 1;

/* of the form viewer */
const sentences = [
  [/^Field is required\.$/, () => '此项必填。'],
  [/^Field must match pattern (.*)\.$/, (all, pattern) => `内容应符合格式 ${pattern}。`],
  [/^Field must have minimum value of (.*)\.$/, (all, limit) => `不能小于 ${limit}。`],
  [/^Field must have maximum value of (.*)\.$/, (all, limit) => `不能大于 ${limit}。`],
  [/^Field must have minimum length of (.*)\.$/, (all, limit) => `至少填写 ${limit} 个字。`],
  [/^Field must have maximum length of (.*)\.$/, (all, limit) => `最多填写 ${limit} 个字。`],
  [/^Field must be a valid\s+international phone number\..*$/, () => '请填写带国家代码的电话号码，例如 +8613800000000。'],
  [/^Field must be a valid email\.$/, () => '电子邮箱地址不正确。'],
  [/^Value is not a number\.$/, () => '请填写数字。'],
  [/^Value is expected to be an integer\.$/, () => '请填写整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (all, digits) => `小数最多 ${digits} 位。`],
  [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/, (all, low, high) => `数值无效，最接近的是 ${low} 和 ${high}。`],
  [/^Date and time must both be entered\.$/, () => '日期和时间都要填写。'],
  [/^Select$/, () => '请选择'],
  [/^Search$/, () => '输入文字查找'],
  [/^No results$/, () => '没有符合的选项'],
  [/^All values selected$/, () => '已全部选择'],
  [/^Nothing to show\.$/, () => '没有内容'],
  [/^Add new$/, () => '添加一项'],
  [/^Expand all \((\d+)\)$/, (all, count) => `展开全部（${count}）`],
  [/^Collapse$/, () => '收起'],
  [/^Remove tag$/, () => '移除'],
  [/^Previous page$/, () => '上一页'],
  [/^Next page$/, () => '下一页'],
  [/^Increment$/, () => '加'],
  [/^Decrement$/, () => '减'],
  [/^(\d+) of (\d+)$/, (all, page, pages) => `第 ${page} 页，共 ${pages} 页`],
  [/^Click to sort (ascending|descending)$/, (all, order) => (order === 'ascending' ? '点击按升序排列' : '点击按降序排列')],
  [/^Click to remove sorting$/, () => '点击取消排序'],
  [/^Image view$/, () => '图片'],
  [/^External content couldn't be loaded\.$/, () => '未能加载外部内容。'],
  [/^yyyy\/mm\/dd$/, () => '年/月/日'],
  [/^hh:mm --$/, () => '时:分'],
  [/^--:-- --$|^--:--$/, () => '时:分'],
  [new RegExp(`^(${months.join('|')})$`), (all, month) => `${monthNumber(month)}月`],
  [new RegExp(`^(${months.join('|')}) (\\d+), (\\d+)$`), (all, month, day, year) => `${year}年${monthNumber(month)}月${day}日`],
  [new RegExp(`^(${days.join('|')})$`), (all, day) => '日一二三四五六'[days.indexOf(day)]],
  [/^Year$/, () => '年'],
  [/^Month$/, () => '月'],
  [/^Hour$/, () => '时'],
  [/^Minute$/, () => '分'],
  [/^Scroll to increment$/, () => '滚动可增加'],
  [/^Click to toggle$/, () => '点击切换'],
];

/* of the viewer of decision tables */
const tables = [
  [/^Hit policy:$/, () => '命中方式：'],
  [/^Unique$/, () => '唯一'],
  [/^First$/, () => '第一条'],
  [/^Any$/, () => '任一'],
  [/^Priority$/, () => '按优先级'],
  [/^Collect(.*)$/, (all, how) => `汇总${how}`],
  [/^Rule order$/, () => '按规则顺序'],
  [/^Output order$/, () => '按输出顺序'],
  [/^When$/, () => '如果'],
  [/^And$/, () => '并且'],
  [/^Then$/, () => '那么'],
  [/^Annotations$/, () => '备注'],
  [/^boolean$/, () => '布尔值'],
  [/^(integer|long)$/, () => '整数'],
  [/^(double|number)$/, () => '数字'],
  [/^string$/, () => '文本'],
  [/^date$/, () => '日期'],
  [/^Decision name: (.*)$/, (all, name) => `判定名称：${name}`],
  [/^Rules may overlap\. The first matching rule will be chosen$/, () => '规则可以重叠，取第一条符合的'],
  [/^Input label: (.*)$/, (all, name) => `输入：${name}`],
  [/^Input type$/, () => '输入类型'],
  [/^Output label(.*)$/, (all, name) => `输出${name}`],
  [/^Output type$/, () => '输出类型'],
  [/^Output values$/, () => '输出的值'],
];

/* of the apps themselves */
const words = {
  'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复大小', 'Toggle this section': '展开或收起此栏', 'Select all': '全选',
  'Unselect all': '全不选', 'Suspended Job Definition': '已暂停的作业定义', 'Message is null.': '没有错误信息。', State: '状态', 'View DRD': '查看判定关系图', 'Loading diagram': '正在加载流程图',
  Close: '关闭', previous: '上一页', next: '下一页', Actions: '操作', Download: '下载', Upload: '上传', Empty: '空', 'Value of': '值：', 'Value Info': '值的附加信息', 'Invalid Date Value.': '日期无效。',
  Jonny: '例如：林', Prosciutto: '例如：晓燕', 'j.prosciutto@acme.org': 'name@example.com',
  null: '空值', '<null>': '<空值>', '<undefined>': '<未定义>', '<Undefined>': '<未定义>', true: '是', false: '否',
  Boolean: '布尔值', Short: '短整数', Integer: '整数', Long: '长整数', Double: '小数', String: '文本', Date: '日期', Object: '对象', File: '文件',
  Bytes: '二进制', Null: '空值', Number: '数字', WORKFLOW: '业务组', SYSTEM: '系统组',
};

/* permissions, as the authorizations of Admin name them */
const permissions = {
  ALL: '全部', NONE: '无', ACCESS: '访问', READ: '读取', UPDATE: '更新', CREATE: '创建', DELETE: '删除', SET: '设置', SUSPEND: '暂停',
  READ_TASK: '读取任务', UPDATE_TASK: '更新任务', TASK_ASSIGN: '指定任务办理人', TASK_WORK: '办理任务', CREATE_INSTANCE: '启动实例',
  READ_INSTANCE: '读取实例', UPDATE_INSTANCE: '更新实例', DELETE_INSTANCE: '删除实例', MIGRATE_INSTANCE: '迁移实例', SUSPEND_INSTANCE: '暂停实例',
  RETRY_JOB: '重试作业', READ_HISTORY: '读取历史', UPDATE_HISTORY: '更新历史', DELETE_HISTORY: '删除历史', READ_VARIABLE: '读取变量',
  UPDATE_VARIABLE: '更新变量', READ_INSTANCE_VARIABLE: '读取实例变量', UPDATE_INSTANCE_VARIABLE: '更新实例变量',
  READ_TASK_VARIABLE: '读取任务变量', UPDATE_TASK_VARIABLE: '更新任务变量', READ_HISTORY_VARIABLE: '读取历史变量',
  DELETE_TASK: '删除任务', CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: '批量迁移流程实例', CREATE_BATCH_MODIFY_PROCESS_INSTANCES: '批量修改流程实例',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: '批量重新启动流程实例', CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: '批量删除运行中的流程实例',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: '批量删除已结束的流程实例', CREATE_BATCH_DELETE_DECISION_INSTANCES: '批量删除判定实例',
  CREATE_BATCH_SET_JOB_RETRIES: '批量设置作业重试次数', CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: '批量设置外部任务重试次数',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: '批量暂停流程实例', CREATE_BATCH_SET_REMOVAL_TIME: '批量设置清除时间',
  CREATE_BATCH_SET_VARIABLES: '批量设置变量', CREATE_BATCH_CORRELATE_MESSAGE: '批量关联消息',
};

/* Where the viewer's own words stand: never what people wrote. */
const places = [
  '.fjs-form-field-error', '.fjs-select-placeholder', '.fjs-dropdownlist-empty', '.fjs-repeat-render-footer',
  '.fjs-repeat-row-remove', '.fjs-table-empty', '.fjs-table-td[colspan]', '.fjs-table-nav', '.fjs-iframe-placeholder',
  '.flatpickr-months', '.flatpickr-weekdays',
].join(',');
const viewers = '.fjs-container, .flatpickr-calendar';
const tableViewers = '.dmn-decision-table-container, .dmn-drd-container';
const untouched = 'script, style, textarea, pre, code, .djs-container';
const attributes = ['placeholder', 'aria-label', 'title'];

function ofViewer(list, text) {
  const plain = text.trim();
  const match = list.find(([pattern]) => pattern.test(plain));
  return match ? plain.replace(match[0], match[1]) : text;
}

function ofApp(text) {
  const plain = text.trim();
  if (Object.hasOwn(words, plain)) {
    return text.replace(plain, words[plain]);
  }
  const names = plain.split(/,\s*/);
  return names.every(name => Object.hasOwn(permissions, name)) ? names.map(name => permissions[name]).join('、') : text;
}

function inChinese(element, text) {
  if (element.closest(viewers)) {
    return ofViewer(sentences, text);
  }
  return element.closest(tableViewers) ? ofViewer(tables, text) : ofApp(text);
}

function translateText(node) {
  const element = node.parentElement;
  if (!element || element.closest(untouched)) {
    return;
  }
  if (element.closest(viewers) && !element.closest(places)) {
    return;
  }
  const text = inChinese(element, node.data);
  if (text !== node.data) {
    node.data = text;
  }
}

function translateAttributes(element) {
  for (const name of attributes) {
    const text = element.getAttribute(name);
    const chinese = text && inChinese(element, text);
    if (chinese !== text) {
      element.setAttribute(name, chinese);
    }
  }
}

function translate(root) {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = root; node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      translateText(node);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      translateAttributes(node);
    }
  }
}

new MutationObserver(changes => {
  for (const change of changes) {
    if (change.type === 'attributes') {
      translateAttributes(change.target);
    } else if (change.type === 'characterData') {
      translateText(change.target);
    } else {
      change.addedNodes.forEach(translate);
    }
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes });
