/*
 * Leaves a computer nobody sits at any more. The apps ask for news by themselves, so that the server alone would never notice;
 * what was typed half is a draft by then. Activity in one window counts for all.
 */

import { ask, home, session } from './server.js';

const isEnglish = document.documentElement.lang === 'en';
const MINUTE = 60_000;
let warning;

function lastActive() {
  return Number(localStorage.getItem('qibu-active')) || 0;
}

function active() {
  if (Date.now() - lastActive() > 1000) {
    localStorage.setItem('qibu-active', String(Date.now()));
  }
  warning?.remove();
  warning = null;
}

function warn() {
  if (warning) {
    return;
  }
  warning = document.createElement('div');
  warning.className = 'qibu-idle';
  warning.setAttribute('role', 'alert');
  warning.textContent = isEnglish
    ? 'You have been away for a while and will be logged out within a minute. Press any key to go on working.'
    : '您已有一段时间没有操作，一分钟内将自动退出登录。按任意键或移动鼠标可继续工作。';
  document.body.append(warning);
}

async function leave() {
  await ask('POST', '/logout');
  // asking for the page without a session makes the server remember where to return to
  await fetch(document.querySelector('base').href, { headers: { Accept: 'text/html' }, credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
  // the login page passes on what stands behind #, so that the task that was open opens again
  location.replace(`${home}/login?expired${location.hash}`);
}

const watched = new WeakSet();

function watch(page) {
  watched.add(page);
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart']) {
    page.addEventListener(kind, active, { capture: true, passive: true });
  }
}

/* Our own pages in frames belong to the work, too. */
function watchFrames() {
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument;
    if (page && !watched.has(page)) {
      watch(page);
    }
  }
}

const { idleSeconds } = (await session) || {};
if (idleSeconds > 0) {
  active();
  const limit = idleSeconds * 1000;
  const check = () => {
    watchFrames();
    const idle = Date.now() - lastActive();
    if (idle > limit) {
      clearInterval(timer);
      leave();
    } else if (idle > limit - MINUTE) {
      warn();
    }
  };
  const timer = setInterval(check, 10_000);
  document.addEventListener('visibilitychange', check);
  watch(document);
}
