// Our page in a frame of the task list, beside the form it helps to fill: without our own head and foot, as high as its
// content, and never left for another page. Loaded before the page is drawn, so that nothing flickers.
"use strict";

if (window.self !== window.top) {
  const tell = message => window.parent.postMessage(message, window.location.origin);
  const root = document.documentElement;
  root.classList.add("beside");

  document.addEventListener("DOMContentLoaded", () => {
    if (document.querySelector("form[action$='/login']")) {
      // nobody is logged in any more: the whole window goes to the login page and comes back
      window.top.location.reload();
      return;
    }
    new ResizeObserver(() => tell({ height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
    if (document.querySelector(".notice[role=status]")) {
      tell({ saved: true });
    }
  });

  window.addEventListener("qibu-saved", () => tell({ saved: true }));

  document.addEventListener("click", event => {
    const link = event.target instanceof Element && /** @type {HTMLAnchorElement | null} */ (event.target.closest("a[href]"));
    if (!link) {
      return;
    }
    const task = link.target === "_top" && /[?&]task=([^&]+)/.exec(link.hash);
    if (task) {
      tell({ task: decodeURIComponent(task[1]) });
    } else if (!link.target && /^https?:$/.test(link.protocol) && link.pathname !== window.location.pathname) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  }, true);
}
