// Turns a list of rows on a matter's page into a table that is edited in place: typed, pasted from Excel, saved as JSON.
"use strict";

(() => {
  const NUMBERS = ["WHOLE", "AMOUNT"];
  const EXTRA = { TEXT: "textarea", CHOICE: "select", FLAG: "select" };

  const fill = (text, ...values) => values.reduce((made, value, at) => made.replace(`{${at}}`, value), text);
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => value !== undefined && element.setAttribute(name, value));
    element.append(...children);
    return element;
  };

  const { amount, cells, day, oneOf, places, strange, truth } = window.pasted;

  const short = text => text.trim().length > 20 ? `${text.trim().slice(0, 20)}…` : text.trim();

  class RowEditor {
    constructor(place) {
      this.place = place;
      this.field = place.dataset.field;
      this.columns = JSON.parse(place.dataset.columns);
      this.names = JSON.parse(place.dataset.names);
      this.words = new Map();
      this.deleted = [];
      this.draw(JSON.parse(place.dataset.content));
    }

    t(key, ...values) {
      return fill(this.place.dataset["t" + key[0].toUpperCase() + key.slice(1)], ...values);
    }

    draw(rows) {
      this.body = make("tbody");
      const heads = this.columns.map(column => make("th", { scope: "col" }, column.label, ...this.star(column)));
      const table = make("table", { class: "editor", "aria-label": this.place.dataset.label },
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "#"), ...heads, make("th", { scope: "col" }, ""))), this.body);
      this.say = make("p", { class: "say", role: "status" });
      this.saver = make("button", { type: "button" }, this.t("save"));
      const adder = make("button", { type: "button", class: "quiet" }, this.t("add"));
      this.undoer = make("button", { type: "button", class: "quiet undo", hidden: "" }, this.t("undo"));
      this.totals = make("p", { class: "totals" });
      this.persons = make("datalist", { id: `persons-${this.field}` });
      this.place.querySelector(".fallback").replaceWith(
        make("div", { class: "scroll" }, table), this.totals, make("div", { class: "bar" }, adder, this.undoer, this.saver, this.say), this.persons);
      this.undoer.addEventListener("click", () => this.undo());
      adder.addEventListener("click", () => this.add({}, true));
      this.saver.addEventListener("click", () => this.save());
      table.addEventListener("input", () => this.touch());
      table.addEventListener("change", () => this.touch());
      table.addEventListener("keydown", event => this.key(event));
      table.addEventListener("paste", event => this.paste(event));
      window.addEventListener("beforeunload", event => this.dirty && event.preventDefault());
      rows.forEach(row => this.add(row));
      if (rows.length === 0) {
        this.add({});
        this.tell("empty", "");
      } else if (this.place.dataset.saved !== "true") {
        this.tell("proposed", "dirty");
      }
      this.dirty = false;
      this.count();
    }

    star(column) {
      return column.required ? [make("span", { class: "star", title: this.t("required"), "aria-label": this.t("required") }, " *")] : [];
    }

    tell(key, look, ...values) {
      this.say.className = `say ${look}`;
      this.say.textContent = key === "" ? "" : this.t(key, ...values);
    }

    touch() {
      this.dirty = true;
      this.tell("unsaved", "dirty");
      this.count();
    }

    lines() {
      return [...this.body.querySelectorAll("tr.line")];
    }

    add(row, isByHand) {
      const line = make("tr", { class: "line" }, make("td", { class: "count" }));
      this.columns.forEach(column => line.append(this.cell(column, row[column.key])));
      const remove = make("button", { type: "button", class: "quiet remove" }, "×");
      remove.addEventListener("click", () => this.remove(line));
      line.append(make("td", { class: "tools" }, remove));
      this.body.append(line);
      this.number();
      if (isByHand) {
        this.touch();
        line.querySelector("input, select, textarea").focus();
      }
      return line;
    }

    remove(line) {
      const next = line.nextElementSibling?.classList.contains("fault") ? line.nextElementSibling : null;
      const at = this.lines().indexOf(line);
      next?.remove();
      line.remove();
      this.deleted.push({ line, at });
      this.undoer.hidden = false;
      this.number();
      this.touch();
      this.tell("deleted", "dirty", at + 1);
      const left = this.lines();
      (left[Math.min(at, left.length - 1)]?.querySelector("input, select, textarea") ?? this.saver).focus();
    }

    // Lines come back where they stood, the last deleted first.
    undo() {
      const { line, at } = this.deleted.pop();
      this.body.insertBefore(line, this.lines()[at] ?? null);
      this.undoer.hidden = this.deleted.length === 0;
      this.number();
      this.touch();
      line.querySelector("input, select, textarea").focus();
    }

    // How many lines, the sums of numbers, and how many of the lines say yes: 12 行 · 到会 10/12 · 预算 3,600.
    count() {
      const rows = this.rows().map(each => each.row);
      const sums = this.columns.flatMap(column => {
        const values = rows.map(row => row[column.key]).filter(value => value !== undefined);
        if (values.length === 0 || !NUMBERS.includes(column.kind) && column.kind !== "FLAG") {
          return [];
        }
        const known = values.map(Number).filter(Number.isFinite);
        const sum = column.kind === "FLAG" ? `${values.filter(Boolean).length}/${rows.length}`
          : (known.reduce((all, each) => all + Math.round(each * 100), 0) / 100).toLocaleString("zh-CN");
        return [this.t("sum", column.label, sum)];
      });
      this.totals.textContent = [this.t("lines", rows.length), ...sums].join(" · ");
    }

    number() {
      this.lines().forEach((line, at) => {
        line.querySelector(".count").textContent = at + 1;
        line.querySelector(".remove").setAttribute("aria-label", this.t("delete", at + 1));
        line.querySelectorAll("[data-key]").forEach((control, column) =>
          control.setAttribute("aria-label", this.t("cell", this.columns[column].label, at + 1)));
      });
    }

    cell(column, value) {
      const control = this.control(column);
      const cell = make("td", { "data-label": column.label, class: column.kind === "FLAG" ? "flag" : undefined }, control);
      if (column.kind === "PERSON" || column.kind === "PERSON_OR_NAME") {
        cell.append(make("span", { class: "named" }));
        control.addEventListener("input", () => this.look(control));
        control.addEventListener("change", () => this.settle(control));
      }
      this.put(control, column, value);
      return cell;
    }

    control(column) {
      const control = make(EXTRA[column.kind] ?? "input", { "data-key": column.key, "data-kind": column.kind });
      if (column.required) {
        control.setAttribute("aria-required", "true");
      }
      switch (column.kind) {
        case "CHOICE":
          control.append(make("option", { value: "" }, this.t("choose")),
            ...column.choices.map(choice => make("option", { value: choice.value }, choice.label)));
          break;
        case "FLAG":
          control.append(make("option", { value: "" }, this.t("choose")),
            make("option", { value: "true" }, this.t("yes")), make("option", { value: "false" }, this.t("no")));
          break;
        case "DAY": control.type = "date"; break;
        case "WHOLE": control.inputMode = "numeric"; break;
        case "AMOUNT": control.inputMode = "decimal"; break;
        case "TEXT": control.rows = 1; break;
        default:
          control.setAttribute("list", `persons-${this.field}`);
          control.setAttribute("autocomplete", "off");
          control.placeholder = this.t("person");
      }
      return control;
    }

    // Puts a value in; false where the column cannot take it and the cell stays empty.
    put(control, column, value) {
      const text = String(value ?? "").trim();
      switch (column.kind) {
        case "FLAG":
          control.value = truth(text);
          break;
        case "CHOICE":
          control.value = oneOf(column.choices, text);
          break;
        case "DAY":
          control.value = day(text);
          break;
        case "WHOLE": case "AMOUNT":
          control.value = amount(text);
          break;
        default:
          control.value = text;
      }
      if (control.dataset.kind.startsWith("PERSON")) {
        this.show(control);
      }
      return text === "" || control.value !== "";
    }

    value(control) {
      const text = control.value.trim();
      return control.dataset.kind === "FLAG" && text !== "" ? text === "true" : text;
    }

    rows() {
      return this.lines().map(line => {
        const row = {};
        line.querySelectorAll("[data-key]").forEach(control => {
          const value = this.value(control);
          if (value !== "") {
            row[control.dataset.key] = value;
          }
        });
        return { line, row };
      }).filter(each => Object.keys(each.row).length > 0);
    }

    // people: suggestions while typing, the name beside the number

    async find(text) {
      if (!this.words.has(text)) {
        const answer = await fetch(`${this.place.dataset.persons}?q=${encodeURIComponent(text)}`, { headers: { Accept: "application/json" } });
        this.words.set(text, answer.ok ? await answer.json() : []);
        this.words.get(text).forEach(person => { this.names[person.personNo] = person.name; });
      }
      return this.words.get(text);
    }

    look(control) {
      clearTimeout(this.waiting);
      this.show(control);
      this.waiting = setTimeout(async () => {
        const found = await this.find(control.value.trim()).catch(() => []);
        this.persons.replaceChildren(...found.map(person =>
          make("option", { value: person.personNo }, [person.name, person.role].filter(Boolean).join(" · "))));
        this.show(control);
      }, 200);
    }

    async settle(control) {
      const text = control.value.trim();
      if (text !== "" && !this.names[text]) {
        const found = await this.find(text).catch(() => []);
        const same = found.filter(person => person.name === text);
        if (same.length === 1 && control.value.trim() === text) {
          control.value = same[0].personNo;
        }
      }
      this.show(control);
    }

    show(control) {
      const named = control.parentElement?.querySelector(".named");
      if (named) {
        named.textContent = this.names[control.value.trim()] ?? "";
      } else {
        queueMicrotask(() => control.parentElement && this.show(control));
      }
    }

    // keyboard and clipboard

    key(event) {
      const control = event.target.closest("[data-key]");
      const isEnter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
      const isTab = event.key === "Tab" && !event.shiftKey;
      if (control && event.key.startsWith("Arrow")) {
        this.arrow(event, control);
        return;
      }
      if (!control || !isEnter && !isTab) {
        return;
      }
      const line = control.closest("tr");
      const lines = this.lines();
      const isLast = line === lines[lines.length - 1];
      const controls = [...line.querySelectorAll("[data-key]")];
      const isEnd = control === controls[controls.length - 1];
      const isFilled = controls.some(each => each.value !== "");
      if (isEnter) {
        event.preventDefault();
        const below = lines[lines.indexOf(line) + 1];
        if (below) {
          below.querySelectorAll("[data-key]")[controls.indexOf(control)].focus();
        } else if (isFilled) {
          this.add({}, true);
        }
      } else if (isLast && isEnd && isFilled) {
        event.preventDefault();
        this.add({}, true);
      }
    }

    // Between cells where the key has nothing to do within; with Ctrl always.
    arrow(event, control) {
      const isAcross = event.key === "ArrowLeft" || event.key === "ArrowRight";
      const isBack = event.key === "ArrowLeft" || event.key === "ArrowUp";
      const isFree = event.ctrlKey || !event.altKey && !event.shiftKey && this.isAtEdge(control, isAcross, isBack);
      const lines = this.lines();
      const line = control.closest("tr");
      const controls = [...line.querySelectorAll("[data-key]")];
      const across = controls[controls.indexOf(control) + (isBack ? -1 : 1)];
      const beside = lines[lines.indexOf(line) + (isBack ? -1 : 1)]?.querySelectorAll("[data-key]")[controls.indexOf(control)];
      const target = isAcross ? across : beside;
      if (isFree && target && !event.isComposing) {
        event.preventDefault();
        target.focus();
        target.select?.();
      }
    }

    // Lists, days and suggestions use the keys themselves; a text uses them while there is text on that side.
    isAtEdge(control, isAcross, isBack) {
      if (control.tagName === "SELECT" || control.type === "date" || !isAcross && control.hasAttribute("list")) {
        return false;
      }
      const { selectionStart: start, selectionEnd: end, value } = control;
      const isAll = start === 0 && end === value.length;
      if (isAcross) {
        return start === end && start === (isBack ? 0 : value.length);
      }
      return isAll || !(isBack ? value.slice(0, start) : value.slice(end)).includes("\n");
    }

    paste(event) {
      const control = event.target.closest("[data-key]");
      const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
      if (!control || !/[\t\n]/.test(text) || !text.includes("\t") && control.tagName === "TEXTAREA" && this.columns.length > 1) {
        return;
      }
      event.preventDefault();
      const pasted = cells(text);
      if (pasted.length === 0) {
        return;
      }
      const from = [...control.closest("tr").querySelectorAll("[data-key]")].indexOf(control);
      const { at: columns, heads, lines: grid } = places(this.columns, pasted, from);
      let at = this.lines().indexOf(control.closest("tr"));
      const lost = [];
      this.clear();
      grid.forEach(line => {
        const row = this.lines()[at] ?? this.add({});
        const controls = row.querySelectorAll("[data-key]");
        line.forEach((cell, offset) => {
          const target = controls[columns[offset]];
          if (target) {
            const column = this.columns[columns[offset]];
            if (!this.put(target, column, cell)) {
              lost.push([row, this.t("unread", at + 1, column.label, short(cell))]);
            }
            if (target.dataset.kind.startsWith("PERSON")) {
              this.settle(target);
            }
          }
        });
        at += 1;
      });
      this.touch();
      lost.forEach(([row, message]) => this.mark(row, message));
      const unknown = strange(grid, columns, heads);
      if (unknown === "" && lost.length === 0) {
        this.tell("pasted", "dirty", grid.length);
      } else {
        this.tell(unknown === "" ? "partly" : "strange", "bad", grid.length, unknown || lost.length);
      }
    }

    // saving

    async save() {
      this.clear();
      const filled = this.rows();
      this.saver.disabled = true;
      this.tell("saving", "");
      try {
        let { status, said } = await this.send(filled);
        if (window.talk.isLost(status, said) && await window.talk.renewed()) {
          ({ status, said } = await this.send(filled));
        }
        if (status === 200) {
          this.dirty = false;
          this.tell("saved", "good", said.rows);
          window.dispatchEvent(new Event("qibu-saved"));
        } else if (window.talk.isLost(status, said)) {
          this.say.className = "say bad";
          this.say.replaceChildren(window.talk.loginLine(this.t("login"), this.t("go")));
        } else {
          this.refuse(said, filled);
        }
      } catch {
        this.tell("failed", "bad");
      } finally {
        this.saver.disabled = false;
      }
    }

    async send(filled) {
      const answer = await fetch(this.place.dataset.url, {
        method: "PUT",
        headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json", ...window.talk.headers() },
        body: JSON.stringify(filled.map(each => each.row)),
      });
      return { status: answer.status, said: await answer.json().catch(() => ({})) };
    }

    refuse(said, filled) {
      const errors = said.errors?.length ? said.errors : [{ message: said.detail ?? this.t("failed") }];
      this.say.className = "say bad";
      this.say.textContent = errors[0].message;
      errors.forEach(error => {
        const at = /第 ?(\d+) ?行/.exec(error.message);
        const line = at && filled[Number(at[1]) - 1]?.line;
        if (line) {
          this.mark(line, error.message);
        }
      });
    }

    mark(line, message) {
      const id = `fault-${this.field}-${this.lines().indexOf(line)}`;
      line.after(make("tr", { class: "fault" }, make("td", { colspan: this.columns.length + 2 }, make("p", { id }, message))));
      const column = this.columns.find(each => message.includes(`“${each.label}”`) && message.indexOf(`“${each.label}”`) > message.indexOf("行"));
      const control = line.querySelector(column ? `[data-key="${column.key}"]` : "[data-key]");
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", id);
      control.focus();
    }

    clear() {
      this.body.querySelectorAll(".fault").forEach(line => line.remove());
      this.body.querySelectorAll("[aria-invalid]").forEach(control => {
        control.removeAttribute("aria-invalid");
        control.removeAttribute("aria-describedby");
      });
    }
  }

  document.querySelectorAll("[data-rows]").forEach(place => new RowEditor(place));
})();
