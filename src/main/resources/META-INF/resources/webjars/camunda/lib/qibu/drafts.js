/*
 * Keeps half-filled forms on the server, one per person, while they are typed: what was typed survives a logout, a reload
 * and the change to another task. Lets a candidate fill a task that nobody holds, and says so when a colleague was faster.
 */

import './store.js';
import { ask } from './server.js';

// settled after this file is loaded
const isEnglish = () => document.documentElement.lang === 'en';
const text = (chinese, english) => (isEnglish() ? english : chinese);
const QUIET = 1000;
const LONGEST_WAIT = 5000;
const sheets = new Map();

/** The form viewer's form behind an element; it shows it to its own parts only. */
function formOf(container) {
  const find = node => node && (node.props?.value?.getService?.('form') || [node.__k].flat().reduce((found, child) => found || find(child), null));
  return find(container.__k);
}

function moment(instant) {
  const at = new Date(instant);
  const day = at.toDateString() === new Date().toDateString() ? {} : { month: 'long', day: 'numeric' };
  return new Intl.DateTimeFormat(isEnglish() ? 'en-GB' : 'zh-CN', { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(at);
}

function element(tag, className, content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(content);
  return made;
}

function button(label, act, className = 'btn btn-link') {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', () => act(made));
  return made;
}

/** Something taken back only on the second press. */
function twice(label, again, act) {
  let isAsked = false;
  return button(label, made => {
    if (isAsked) {
      act();
    } else {
      isAsked = true;
      made.textContent = again;
    }
  });
}

/** What can no longer be sent, to be read and copied. */
function copyBox(words) {
  const box = element('div', 'qibu-words', element('p', '', text('您已经填写的内容（可以复制）：', 'What you had written (you can copy it):')));
  const area = element('textarea', 'form-control', words);
  area.readOnly = true;
  area.rows = Math.min(8, words.split('\n').length + 1);
  area.setAttribute('aria-label', text('您已经填写的内容', 'What you had written'));
  box.append(area, button(text('复制', 'Copy'), async made => {
    area.select();
    await navigator.clipboard?.writeText(words).catch(() => document.execCommand('copy'));
    made.textContent = text('已复制', 'Copied');
  }, 'btn btn-default'));
  return box;
}

/** One open form: a task's, or the one a process starts with. */
class Sheet {
  constructor(host, container) {
    this.host = host;
    this.container = container;
    this.form = formOf(container);
    this.controller = window.angular.element(host).controller('camTasklistForm');
    const { taskId, processDefinitionId } = this.controller.getParams();
    this.isStart = !taskId;
    this.path = taskId ? `/api/tasks/${taskId}/draft` : `/api/processes/${processDefinitionId.split(':')[0]}/draft`;
    this.address = taskId ? `/task/${taskId}/submit-form` : `/process-definition/${processDefinitionId}/submit-form`;
    this.requestId = crypto.getRandomValues(new Uint32Array(4)).join('-');
    this.takeAtOnce();
    this.note = element('div', 'qibu-draft', '');
    this.note.setAttribute('role', 'status');
    this.alarm = element('div', 'qibu-taken', '');
    this.alarm.setAttribute('role', 'alert');
    container.before(this.alarm);
    container.after(this.note);
    this.listen();
    this.look();
  }

  /**
   * Lets the viewer take what is typed with every key. It waits a while otherwise, and forgets what it has not taken when it
   * draws the form anew meanwhile, which it does by itself soon after a form with a date was opened.
   */
  takeAtOnce() {
    this.form.get('config').debounce = false;
    this.form.setProperty('readOnly', false);
  }

  listen() {
    for (const kind of ['keydown', 'pointerdown', 'focusin', 'input', 'change']) {
      this.container.addEventListener(kind, event => this.touched(event), true);
    }
    this.form.on('changed', () => this.changed());
    this.controller.registerSaveHandler(() => {
      this.form.validate();
      this.controller.notifyFormDirty(false);
      this.save();
    });
    const app = window.angular.element(document.body).injector();
    this.notifications = app.get('Notifications');
    const root = app.get('$rootScope');
    this.unwatch = root.$watch(() => {
      const options = this.controller.getOptions();
      if (this.mayFill !== undefined && !this.isStart && options.disableCompleteButton === this.mayFill) {
        // what was typed stays readable where it cannot be sent any more
        options.disableForm = options.disableForm && !this.mayFill;
        options.disableCompleteButton = !this.mayFill;
      }
      return this.mayFill;
    });
    this.root = root;
  }

  /** Somebody is at the form; what the viewer does to it by itself is nobody's draft. */
  touched(event) {
    if (event.isTrusted && !this.isTouched) {
      this.isTouched = true;
      this.kept = this.content();
    }
  }

  content() {
    return JSON.stringify(this.form._getSubmitData(), (key, value) => (value === undefined ? null : value));
  }

  async look() {
    const { status, body } = await ask('GET', this.path);
    if (status === 200) {
      this.stands(body);
      if (body.state === 'OPEN' && body.savedAt) {
        this.say(text(`已恢复 ${moment(body.savedAt)} 的草稿`, `Draft of ${moment(body.savedAt)} restored`), true);
      }
    }
  }

  /** Takes in how the form stands for this person. */
  stands({ state, sentence, words }) {
    this.mayFill = state === 'OPEN';
    this.root.$applyAsync();
    this.alarm.replaceChildren();
    if (sentence) {
      this.alarm.append(element('p', '', sentence));
      const typed = this.isTouched ? this.words() : words;
      if (typed && state !== 'NOT_YOURS') {
        this.alarm.append(copyBox(typed));
      }
    }
  }

  words() {
    return [...this.container.querySelectorAll('textarea, input[type=text]')]
      .filter(field => field.value.trim() && field.id)
      .map(field => `${this.container.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent.replace(/\*$/, '') ?? ''}：${field.value}`)
      .join('\n');
  }

  changed() {
    if (!this.isTouched || this.isSending || this.content() === this.kept) {
      return;
    }
    this.dirtySince ??= Date.now();
    if (!this.isCutOff) {
      this.say(text('正在保存草稿……', 'Saving the draft …'));
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(QUIET, this.dirtySince + LONGEST_WAIT - Date.now())));
  }

  isUnsaved() {
    return this.isTouched && !this.isSending && !this.isGone && this.content() !== this.kept;
  }

  async save(more) {
    clearTimeout(this.timer);
    if (this.isGone || this.isSending) {
      return;
    }
    this.dirtySince = undefined;
    const content = this.content();
    const { status, body } = await ask('PUT', this.path, JSON.parse(content), more);
    this.isCutOff = status === 0 || status >= 500;
    if (status === 200) {
      this.kept = content;
      this.stands(body);
      this.say(text(`草稿已保存 ${moment(body.savedAt)}`, `Draft saved ${moment(body.savedAt)}`), true);
      // what was typed since then
      this.changed();
    } else if (this.isCutOff) {
      this.say(text('草稿没有保存：连不上服务器，正在重试。', 'The draft was not saved: the server cannot be reached; trying again.'));
      this.timer = setTimeout(() => this.save(), LONGEST_WAIT);
    } else if (status === 409 || status === 404) {
      this.isGone = true;
      this.stands({ state: 'OVER', sentence: body.detail });
    } else if (status !== 401) {
      this.say(body.detail || text('草稿没有保存。', 'The draft was not saved.'));
    }
  }

  say(sentence, canDiscard) {
    this.note.replaceChildren(element('span', '', sentence));
    if (canDiscard) {
      this.note.append(' · ', twice(text('放弃草稿', 'Discard the draft'), text('再按一次：放弃草稿，恢复原来的内容', 'Press again to discard it'), () => this.discard()));
    }
  }

  async discard() {
    this.isGone = true;
    clearTimeout(this.timer);
    const { status } = await ask('DELETE', this.path);
    if (status === 204) {
      location.reload();
    }
  }

  /** The form is being sent: one key for however many times, no draft that overtakes it, and no refusal left from before. */
  sending(request) {
    this.isSending = true;
    this.notifications.clearAll();
    clearTimeout(this.timer);
    request.setRequestHeader('Idempotency-Key', this.requestId);
    request.addEventListener('loadend', async () => {
      if (request.status >= 200 && request.status < 300) {
        this.isGone = true;
        if (this.isStart) {
          await ask('DELETE', this.path);
        }
        return;
      }
      this.isSending = false;
      await this.save();
      if (request.status === 409 || request.status === 404) {
        this.refused(request);
      }
    });
  }

  refused(request) {
    try {
      this.stands({ state: 'OVER', sentence: JSON.parse(request.responseText).message });
    } catch {
      this.look();
    }
  }

  leave() {
    this.unwatch();
    if (this.isUnsaved()) {
      this.save({ keepalive: true });
    }
  }
}

function attach() {
  for (const [container, sheet] of sheets) {
    if (!container.isConnected) {
      sheets.delete(container);
      sheet.leave();
    }
  }
  for (const viewer of document.querySelectorAll('[cam-tasklist-form] .fjs-container')) {
    const host = viewer.closest('[cam-tasklist-form]');
    if (!sheets.has(viewer) && viewer.querySelector('.fjs-form') && formOf(viewer)) {
      sheets.set(viewer, new Sheet(host, viewer));
    }
  }
}

/* A task that ended while its draft waited has no form to show it: the draft is read here, until it is put away. */
let overPanel;
async function lookForOver() {
  overPanel?.remove();
  const taskId = new URLSearchParams(location.hash.split('?')[1]).get('task');
  const path = `/api/tasks/${taskId}/draft`;
  if (!taskId || [...sheets.values()].some(sheet => sheet.path === path)) {
    return;
  }
  const { status, body } = await ask('GET', path);
  if (status !== 200 || body.state !== 'OVER' || !body.words || [...sheets.values()].some(sheet => sheet.path === path)) {
    return;
  }
  overPanel?.remove();
  overPanel = element('section', 'qibu-taken qibu-over', element('p', '', body.sentence));
  overPanel.setAttribute('role', 'alert');
  overPanel.append(copyBox(body.words), button(text('不再需要', 'No longer needed'), async () => {
    await ask('DELETE', path);
    overPanel.remove();
  }));
  document.body.append(overPanel);
}
let lookTimer;
function lookSoon() {
  clearTimeout(lookTimer);
  lookTimer = setTimeout(lookForOver, 2 * QUIET);
}
window.addEventListener('hashchange', lookSoon);
lookSoon();

/* Sending is seen where the app does it, since its form tells nobody. */
const { open, send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  this.qibuSheet = method.toUpperCase() === 'POST' && [...sheets.values()].find(sheet => String(url).endsWith(sheet.address));
  return open.call(this, method, url, ...more);
};
XMLHttpRequest.prototype.send = function (body) {
  this.qibuSheet?.sending?.(this);
  return send.call(this, body);
};

/* Enter in a line of text is not "complete": a browser would send a form that has a single line. */
document.addEventListener('submit', event => {
  if (event.target.closest('[cam-tasklist-form]') && !event.submitter) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

function saveAll() {
  for (const sheet of sheets.values()) {
    if (sheet.isUnsaved()) {
      sheet.save({ keepalive: true });
    }
  }
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    document.activeElement?.blur();
    saveAll();
  } else {
    sheets.forEach(sheet => !sheet.isGone && !sheet.isSending && sheet.look());
  }
});
window.addEventListener('pagehide', () => {
  document.activeElement?.blur();
  saveAll();
});
window.addEventListener('beforeunload', event => {
  document.activeElement?.blur();
  saveAll();
  if ([...sheets.values()].some(sheet => sheet.isCutOff)) {
    event.preventDefault();
  }
});
new MutationObserver(attach).observe(document.body, { childList: true, subtree: true });
attach();
