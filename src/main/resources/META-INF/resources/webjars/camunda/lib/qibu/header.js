/* Adds the way to our pages and to the other language to the web apps' header, and leaves by our login page. */

const base = document.querySelector('base');
const home = base.getAttribute('app-root').replace(/\/camunda$/, '');
const isEnglish = document.documentElement.lang === 'en';
let isLeaving = false;
let entrusted = [];

function link(text, href, lang) {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.textContent = text;
  anchor.href = href;
  anchor.lang = lang;
  item.append(anchor);
  return item;
}

function furnish() {
  const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
  if (!menu || menu.querySelector('.qibu-language')) {
    return;
  }
  const matters = link(isEnglish ? 'Matters' : '事项', `${home}/staff/matters`, document.documentElement.lang);
  const other = link(isEnglish ? '中文' : 'English', '#', isEnglish ? 'zh-CN' : 'en');
  matters.className = 'qibu-matters';
  other.className = 'qibu-language';
  other.firstChild.addEventListener('click', event => {
    event.preventDefault();
    document.cookie = `qibu-lang=${isEnglish ? 'zh-CN' : 'en'}; Path=/; Max-Age=31536000; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
    location.reload();
  });
  menu.prepend(matters, other);
  tellOfOthers();
}

/* The list shows one's own work; what waits for colleagues who are away stands on a page of its own. */
function tellOfOthers() {
  const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
  if (!menu || entrusted.length === 0) {
    return;
  }
  const item = menu.querySelector('.qibu-for-others') ?? menu.insertBefore(document.createElement('li'), menu.firstChild);
  const names = entrusted.map(each => each.name);
  const tasks = entrusted.reduce((sum, each) => sum + each.tasks, 0);
  const anchor = document.createElement('a');
  anchor.href = `${home}/staff/me#for-others`;
  anchor.textContent = isEnglish ? `For ${names.join(', ')} (${tasks})` : `代${names.join('、')}办理（${tasks}）`;
  item.className = 'qibu-for-others';
  item.replaceChildren(anchor);
}

async function askForOthers() {
  const answer = await fetch(`${home}/api/me/for-others`, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
  if (answer?.ok) {
    entrusted = await answer.json();
    tellOfOthers();
  }
}

/*
 * The app shows its own login form: because somebody logged out, the session ended, or the account may not use the app.
 * Whose session ended comes back to what was open, which our login page passes on.
 */
async function leave(change) {
  if (!/^#!?\/login/.test(location.hash)) {
    return;
  }
  if (isLeaving) {
    location.replace(`${home}/login?logout`);
    return;
  }
  // asking for the page without a session makes the server remember where to return to
  const page = await fetch(base.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin', redirect: 'manual' });
  const place = change ? new URL(change.oldURL).hash : '';
  location.replace(page.type === 'opaqueredirect' ? `${home}/login${place}` : `${home}/staff/matters`);
}

document.addEventListener('click', event => {
  isLeaving = isLeaving || event.target.closest?.('.account .logout a') != null;
}, true);
window.addEventListener('hashchange', leave);
new MutationObserver(furnish).observe(document.body, { childList: true, subtree: true });
furnish();
leave();
if (/\/tasklist\//.test(base.href) && !/^#!?\/login/.test(location.hash)) {
  askForOthers();
}
