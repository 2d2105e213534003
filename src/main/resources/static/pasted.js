// What was copied in Excel, or typed by hand, as the values of a list: reads words only, and touches no page.
"use strict";

window.pasted = (() => {
  const YES = ["是", "有", "√", "✓", "1", "y", "yes", "true"];
  const NO = ["否", "无", "×", "0", "n", "no", "false"];
  const RUNNING_NUMBERS = ["序号", "#"];

  // What Excel puts on the clipboard: tabs between cells, quotes around a cell of several lines and only around such a one.
  // ClipboardCells reads them by the same rules where there is no script.
  const CELL = /(?:"((?:[^"\t\n]|"")*[\t\n](?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/y;

  function cells(text) {
    const lines = text.replace(/\r\n?/g, "\n");
    const grid = [[]];
    CELL.lastIndex = 0;
    for (let found = CELL.exec(lines); found; found = found[3] === "" ? null : CELL.exec(lines)) {
      grid[grid.length - 1].push(found[1] === undefined ? found[2] : found[1].replace(/""/g, "\""));
      if (found[3] === "\n") {
        grid.push([]);
      }
    }
    return grid.filter(line => line.some(cell => cell.trim() !== ""));
  }

  // Days as PastedRows reads them, and nothing behind them but a time of day.
  const DAY = /^(\d{4})(?:\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})日?|(\d{2})(\d{2}))(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?(?:[T\s]+\d{1,2}(?:[:时点](?:\d{2}(?:[:分](?:\d{2}秒?)?)?)?)?)?$/;

  function day(text) {
    const found = text.normalize("NFKC").match(DAY);
    return found ? [found[1], found[2] ?? found[4], found[3] ?? found[5]].map(part => part.padStart(2, "0")).join("-") : "";
  }

  // 1,200元 as 1200; a comma that parts no thousands stays and is refused, since it may be a decimal one.
  const amount = text => {
    const bare = text.replace(/[￥¥]/g, "").replace(/[元户票]$/, "");
    return /^\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(bare) ? bare.replace(/[,，]/g, "") : bare;
  };

  const plain = text => text.normalize("NFKC").trim().toLowerCase().replace(/[（(].*$/, "").replace(/[\s*＊：:]/g, "");
  const same = text => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

  // "true", "false", or nothing where it is neither.
  function truth(text) {
    return YES.includes(same(text)) ? "true" : NO.includes(same(text)) ? "false" : "";
  }

  // The value of the choice that was meant, by its value or its words; nothing where there is none.
  function oneOf(choices, text) {
    const meant = choices.find(choice => [choice.value, choice.label].some(word => same(word) === same(text)));
    return meant ? meant.value : "";
  }

  // Which column each pasted cell belongs to: by the words of a header line, which is no row then, else from the cell in
  // which was pasted. -1 where it has none.
  function places(columns, grid, from) {
    const first = grid[0];
    const named = first.map(cell => columns.findIndex(column => plain(cell) !== "" && [plain(column.label), column.key.toLowerCase()].includes(plain(cell))));
    const known = named.filter(at => at >= 0).length;
    const filled = first.filter(cell => cell.trim() !== "" && !RUNNING_NUMBERS.includes(plain(cell))).length;
    const isHeader = known > 0 && (known > 1 || known * 2 >= filled) && new Set(named.filter(at => at >= 0)).size === known;
    return isHeader
      ? { at: named, heads: first, lines: grid.slice(1) }
      : { at: columns.map((column, at) => from + at < columns.length ? from + at : -1), heads: [], lines: grid };
  }

  // Which pasted columns have no place here, so that nobody believes they were taken; a running number is none.
  function strange(grid, at, heads) {
    const wide = Math.max(0, ...grid.map(line => line.length));
    return Array.from({ length: wide }, (none, column) => column)
      .filter(column => !(at[column] >= 0) && !RUNNING_NUMBERS.includes(plain(heads[column] ?? "")) && grid.some(line => (line[column] ?? "").trim() !== ""))
      .map(column => `“${(heads[column] ?? "").trim() || column + 1}”`)
      .join("");
  }

  return { amount, cells, day, oneOf, places, strange, truth };
})();
