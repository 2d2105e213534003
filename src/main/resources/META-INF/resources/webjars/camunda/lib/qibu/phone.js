/* On a phone the columns stand below each other: a task chosen in the list is brought into sight. */

const narrow = window.matchMedia('(max-width: 767px)');
let shown = null;

function chosen() {
  return new URLSearchParams(location.hash.split('?')[1] || '').get('task');
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
    details.scrollIntoView({ block: 'start' });
  }
}).observe(document.body, { childList: true, subtree: true });

export default [];
