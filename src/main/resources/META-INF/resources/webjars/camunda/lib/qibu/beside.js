/*
 * The matter beside the form: a second tab of each task shows our page of its matter in a frame. The app takes a tab's
 * content away as soon as another is chosen, and with it what was typed; therefore the frame is laid over the form,
 * which waits unseen, and each comes back as it was left.
 */

const base = document.querySelector('base');
const root = base.getAttribute('app-root');
const home = root.replace(/\/camunda$/, '');
const isEnglish = document.documentElement.lang === 'en';
const label = isEnglish ? 'Matter' : '事项';

let pane = null;
let isStale = false;

function currentTask() {
  return new URLSearchParams(location.hash.split('?')[1] || '').get('task');
}

function frame(taskId) {
  const made = document.createElement('iframe');
  made.className = 'qibu-matter';
  made.title = label;
  made.src = `${home}/staff/tasks/${encodeURIComponent(taskId)}`;
  return made;
}

function tabOf(target) {
  return target.closest?.('.tabbed-content .nav-tabs > li');
}

function isOurs(tab) {
  return tab.textContent.trim() === label;
}

function mark(tabs, chosen) {
  for (const tab of tabs.children) {
    tab.classList.toggle('qibu-active', tab === chosen);
    tab.querySelector('a').toggleAttribute('aria-current', tab === chosen);
  }
  tabs.classList.toggle('qibu-beside', chosen !== null);
}

function show(tab) {
  const content = tab.closest('.tabbed-content').querySelector('.tab-content');
  const taskId = currentTask();
  if (!taskId) {
    return;
  }
  if (pane?.dataset.task !== taskId || pane.parentElement !== content) {
    drop();
    pane = document.createElement('div');
    pane.className = 'qibu-pane';
    pane.dataset.task = taskId;
    pane.append(frame(taskId));
    content.append(pane);
  }
  content.classList.add('qibu-beside');
  mark(tab.parentElement, tab);
}

function hide() {
  const content = pane?.parentElement;
  if (!content?.classList.contains('qibu-beside')) {
    return;
  }
  content.classList.remove('qibu-beside');
  mark(content.parentElement.querySelector('.nav-tabs'), null);
  if (isStale) {
    isStale = false;
    renew(pane.dataset.task).catch(fault => console.error(fault));
  }
}

function drop() {
  isStale = false;
  hide();
  pane?.remove();
  pane = null;
}

/* The viewer's own object, found from what it drew; it is kept in nobody's reach otherwise. */
function viewer(drawn) {
  const open = [drawn?.__k];
  while (open.length > 0) {
    const part = open.pop();
    const service = part?.props?.value?.getService;
    if (typeof service === 'function') {
      return service('form', false);
    }
    open.push(...(Array.isArray(part) ? part : part?.__k || []));
  }
  return null;
}

function keysOf(schema) {
  return (schema.components || []).flatMap(component => [component.key, ...keysOf(component)]).filter(Boolean);
}

/* Lists and files shown in the form are asked anew; what stands in its fields is the clerk's and stays. */
async function renew(taskId) {
  const form = viewer(document.querySelector('.tab-content .fjs-container'));
  if (!form) {
    return;
  }
  const answer = await fetch(`${root}/api/engine/engine/default/task/${taskId}/form-variables?deserializeValues=false`, { credentials: 'same-origin' });
  if (!answer.ok || taskId !== currentTask()) {
    return;
  }
  const { schema, data } = form._getState();
  const typed = new Set(keysOf(schema));
  const fresh = Object.entries(await answer.json())
    .filter(([key]) => !typed.has(key))
    .map(([key, { type, value }]) => [key, type === 'Json' ? JSON.parse(value) : value]);
  await form.importSchema(schema, { ...data, ...Object.fromEntries(fresh) });
}

document.addEventListener('click', event => {
  const tab = tabOf(event.target);
  if (tab && isOurs(tab)) {
    if (!tab.classList.contains('active')) {
      event.preventDefault();
      event.stopPropagation();
      show(tab);
    }
  } else if (tab) {
    hide();
  } else if (!event.ctrlKey && !event.metaKey && event.target.closest?.('.fjs-container a[href*="/staff/matters/"]')) {
    const ours = [...document.querySelectorAll('.tabbed-content .nav-tabs > li')].find(isOurs);
    if (ours) {
      event.preventDefault();
      show(ours);
    }
  }
}, true);

/* Files that are dragged over the tab open it; dropped beside it they would take the place of the page. */
function bringsFiles(event) {
  return event.dataTransfer?.types.includes('Files');
}

document.addEventListener('dragenter', event => {
  const tab = tabOf(event.target);
  if (tab && isOurs(tab) && bringsFiles(event)) {
    show(tab);
  }
});
for (const kind of ['dragover', 'drop']) {
  document.addEventListener(kind, event => {
    if (bringsFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    }
  });
}

window.addEventListener('message', event => {
  const from = [...document.querySelectorAll('iframe.qibu-matter')].find(each => each.contentWindow === event.source);
  if (!from || event.origin !== location.origin) {
    return;
  }
  const { height, saved, task } = event.data;
  if (height) {
    from.style.height = `${height}px`;
  }
  isStale = isStale || Boolean(saved);
  if (task && task === pane?.dataset.task) {
    hide();
  }
});

new MutationObserver(() => {
  if (pane && (!pane.isConnected || pane.dataset.task !== currentTask())) {
    drop();
  }
}).observe(document.body, { childList: true, subtree: true });

export default [{
  id: 'qibu-matter',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label },
  render: (node, { taskId }) => node.append(frame(taskId)),
  unmount: () => {},
}];
