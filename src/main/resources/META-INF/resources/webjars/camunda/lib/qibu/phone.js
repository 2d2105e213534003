/* On a phone the columns stand below each other: a task chosen in the list is brought into sight. */

const narrow = window.matchMedia('(max-width: 767px)');
let shown = null;

function chosen() {
  return new URLSearchParams(location.hash.split('?')[1] || '').get('task');
}

/* The lists above it and its form may still be growing: the task stays in sight until somebody touches the page. */
function bringIntoSight(details) {
  const scroll = () => details.scrollIntoView({ block: 'start' });
  const growing = new ResizeObserver(scroll);
  [details, ...document.querySelectorAll('.column-left, .column-center')].forEach(part => growing.observe(part));
  for (const kind of ['pointerdown', 'touchstart', 'wheel', 'keydown']) {
    window.addEventListener(kind, () => growing.disconnect(), { once: true, passive: true });
  }
  scroll();
}

new MutationObserver(() => {
  const task = chosen();
  const details = document.querySelector('.task-details .task-card');
  if (task === shown || !details) {
    shown = task ? shown : null;
    return;
  }
  shown = task;
  if (narrow.matches) {
    bringIntoSight(details);
  }
}).observe(document.body, { childList: true, subtree: true });

export default [];
