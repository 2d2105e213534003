// Uploads on a matter's page: several files at once, from the camera or by drag, each with its progress, each with the
// sentence why it was refused; what came in is shown without loading the page anew.
"use strict";

(() => {
  const MOST_AT_ONCE = 9;
  const LARGEST = 20 * 1024 * 1024;

  const fill = (text, ...values) => values.reduce((made, value, at) => made.replace(`{${at}}`, value), text);
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => value !== undefined && element.setAttribute(name, value));
    element.append(...children);
    return element;
  };

  class Uploads {
    constructor(form) {
      this.form = form;
      this.input = form.querySelector("input[type=file]");
      this.kind = form.querySelector("select");
      this.list = form.querySelector(".sendings");
      this.say = form.querySelector(".say");
      this.files = form.parentElement.querySelector("ul.files");
      this.waiting = [];
      this.furnish();
    }

    t(key, ...values) {
      return fill(this.form.dataset["t" + key[0].toUpperCase() + key.slice(1)], ...values);
    }

    // Chosen is sent: the button is for browsers without script.
    furnish() {
      this.form.querySelector("button[type=submit]").remove();
      this.input.required = false;
      this.input.addEventListener("change", () => this.take(this.input));
      const camera = make("input", { type: "file", accept: "image/jpeg,image/png,image/webp", capture: "environment", class: "unseen", id: "camera" });
      camera.addEventListener("change", () => this.take(camera));
      const label = this.form.querySelector("label[for=file]");
      const place = make("p", { class: "choose" });
      label.replaceWith(place);
      label.className = "button";
      this.input.className = "unseen";
      place.append(this.input, label, make("span", { class: "camera" }, camera, make("label", { for: "camera", class: "button quiet" }, this.t("take"))));
      this.drop();
      window.addEventListener("beforeunload", event => (this.sending || this.waiting.length > 0) && event.preventDefault());
    }

    drop() {
      const place = this.form.querySelector(".drop");
      place.hidden = false;
      ["dragover", "dragenter"].forEach(kind => this.form.addEventListener(kind, event => {
        event.preventDefault();
        place.classList.add("over");
      }));
      this.form.addEventListener("dragleave", () => place.classList.remove("over"));
      this.form.addEventListener("drop", event => {
        event.preventDefault();
        place.classList.remove("over");
        this.add([...event.dataTransfer.files]);
      });
      // dropped beside the form they would take the place of the page
      ["dragover", "drop"].forEach(kind => window.addEventListener(kind, (/** @type {DragEvent} */ event) => {
        if (!event.defaultPrevented && event.dataTransfer?.types.includes("Files")) {
          event.preventDefault();
          event.dataTransfer.dropEffect = "none";
        }
      }));
    }

    take(input) {
      this.add([...input.files]);
      input.value = "";
    }

    add(files) {
      this.say.textContent = files.length > MOST_AT_ONCE ? this.t("many", MOST_AT_ONCE) : "";
      files.slice(0, MOST_AT_ONCE).forEach(file => {
        const bar = make("progress", { max: "100", value: "0", "aria-label": this.t("sending", file.name) });
        const words = make("span", { class: "words" }, this.t("sending", file.name));
        const line = make("li", {}, words, bar);
        this.list.append(line);
        const job = { file, kind: this.kind.value, kindText: this.kind.selectedOptions[0].textContent, line, bar, words };
        if (file.size > LARGEST) {
          this.refuse(job, this.t("large", file.name));
        } else {
          this.waiting.push(job);
        }
      });
      this.next();
    }

    async next() {
      if (this.sending) {
        return;
      }
      this.sending = this.waiting.shift();
      if (this.sending) {
        await this.send(this.sending);
        this.sending = null;
        this.next();
      }
    }

    async send(job, isSecondTry) {
      const answer = await this.post(job);
      if (answer.status === 201) {
        this.keep(job, answer.said[0]);
      } else if (window.talk.isLost(answer.status, answer.said)) {
        if (!isSecondTry && await window.talk.renewed().catch(() => false)) {
          await this.send(job, true);
        } else {
          this.refuse(job, window.talk.loginLine(this.t("login"), this.t("go")), true);
        }
      } else if (answer.status === 413) {
        this.refuse(job, this.t("large", job.file.name));
      } else {
        this.refuse(job, answer.said?.detail ?? this.t("failed", job.file.name), !answer.said);
      }
    }

    post(job) {
      return new Promise(resolve => {
        const request = new XMLHttpRequest();
        request.open("POST", `${this.form.dataset.url}?kind=${encodeURIComponent(job.kind)}`);
        request.responseType = "json";
        request.setRequestHeader("Accept", "application/json, application/problem+json");
        Object.entries(window.talk.headers()).forEach(([name, value]) => request.setRequestHeader(name, value));
        request.upload.addEventListener("progress", event => {
          const share = event.lengthComputable ? Math.round(event.loaded / event.total * 100) : 0;
          job.bar.value = share;
          if (share === 100) {
            job.words.textContent = this.t("checking", job.file.name);
          }
        });
        request.addEventListener("load", () => resolve({ status: request.status, said: request.response }));
        ["error", "abort", "timeout"].forEach(kind => request.addEventListener(kind, () => resolve({ status: 0 })));
        const body = new FormData();
        body.append("file", job.file, job.file.name);
        request.send(body);
      });
    }

    keep(job, kept) {
      const url = `${this.form.dataset.url}/${kept.id}`;
      const face = kept.contentType === "image/jpeg"
        ? make("img", { src: `${url}/preview`, alt: "", width: "64", height: "64" })
        : make("span", { class: "paper", "aria-hidden": "true" }, kept.name.split(".").pop().toUpperCase());
      this.files.append(make("li", {},
        make("a", { href: url }, face, " ", make("span", {}, kept.name)), " ",
        make("span", { class: "muted" }, `${job.kindText} · ${this.t("now")}`)));
      this.form.parentElement.querySelector(".none")?.remove();
      this.form.parentElement.querySelectorAll(`[data-need="${CSS.escape(job.kind)}"]`).forEach(need => {
        need.classList.remove("missing");
        need.textContent = need.dataset.done;
      });
      job.line.remove();
      this.say.textContent = this.t("done", kept.name);
      window.dispatchEvent(new Event("qibu-saved"));
    }

    refuse(job, sentence, canRepeat) {
      job.bar.remove();
      job.line.className = "refusal";
      job.line.setAttribute("role", "alert");
      job.words.replaceChildren(sentence);
      if (canRepeat) {
        const again = make("button", { type: "button", class: "quiet" }, this.t("again"));
        again.addEventListener("click", () => {
          job.line.remove();
          this.add([job.file]);
        });
        job.line.append(again);
      }
    }
  }

  document.querySelectorAll("form[data-upload]").forEach(form => new Uploads(form));
})();
