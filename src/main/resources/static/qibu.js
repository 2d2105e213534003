// What every page does a little better with a script: files are dropped, unsaved lists are not lost.
"use strict";

document.querySelectorAll("form[data-drop]").forEach(form => {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
  const place = /** @type {HTMLElement} */ (form.querySelector(".drop"));
  if (!input || !place || !("DataTransfer" in window)) {
    return;
  }
  place.hidden = false;
  ["dragover", "dragenter"].forEach(kind => form.addEventListener(kind, event => {
    event.preventDefault();
    place.classList.add("over");
  }));
  form.addEventListener("dragleave", () => place.classList.remove("over"));
  form.addEventListener("drop", (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
    }
  });
});
