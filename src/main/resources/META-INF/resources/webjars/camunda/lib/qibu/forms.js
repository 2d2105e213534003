/* The form viewer (form-js 1.8) speaks English only; its known sentences are replaced where it shows them. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthNumber = name => months.findIndex(month => month.startsWith(name)) + 1;

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

/* Where the viewer's own words stand: never what people wrote. */
const places = [
  '.fjs-form-field-error', '.fjs-select-placeholder', '.fjs-dropdownlist-empty', '.fjs-repeat-render-footer',
  '.fjs-repeat-row-remove', '.fjs-table-empty', '.fjs-table-td[colspan]', '.fjs-table-nav', '.fjs-iframe-placeholder',
  '.flatpickr-months', '.flatpickr-weekdays',
].join(',');
const attributes = ['placeholder', 'aria-label', 'title'];
const viewers = '.fjs-container, .flatpickr-calendar';

function inChinese(text) {
  const plain = text.trim();
  const match = sentences.find(([pattern]) => pattern.test(plain));
  return match ? plain.replace(match[0], match[1]) : text;
}

function translateText(node) {
  if (node.parentElement?.closest(places)) {
    const text = inChinese(node.data);
    if (text !== node.data) {
      node.data = text;
    }
  }
}

function translateAttributes(element) {
  for (const name of attributes) {
    const text = element.getAttribute(name);
    if (text && inChinese(text) !== text) {
      element.setAttribute(name, inChinese(text));
    }
  }
}

function translate(root) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    translateText(texts.currentNode);
  }
  const selector = attributes.map(name => `[${name}]`).join(',');
  [root, ...root.querySelectorAll(selector)].forEach(translateAttributes);
}

new MutationObserver(changes => {
  for (const change of changes) {
    const element = change.target.nodeType === Node.TEXT_NODE ? change.target.parentElement : change.target;
    if (change.type === 'characterData') {
      translateText(change.target);
    } else if (change.type === 'attributes') {
      if (element.closest(viewers)) {
        translateAttributes(element);
      }
    } else {
      for (const added of change.addedNodes) {
        if (added.nodeType === Node.TEXT_NODE) {
          translateText(added);
        } else if (added.nodeType === Node.ELEMENT_NODE) {
          const found = added.closest(viewers) ? [added] : added.querySelectorAll(viewers);
          found.forEach(translate);
        }
      }
    }
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes });
