// Whoever logs in finds nothing in the browser's store that somebody before them left there; only how pages look stays.
"use strict";

for (const store of [localStorage, sessionStorage]) {
  Object.keys(store).filter(key => !key.startsWith("qibu-")).forEach(key => store.removeItem(key));
}

// Whoever comes from an app returns to what was open there: the place behind # travels with the form and its answer.
if (location.hash.startsWith("#/")) {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("main form"));
  form.action += location.hash;
}
