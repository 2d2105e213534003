// A script of our pages as it runs there, in a window that holds nothing but what a test puts in.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const FOLDER = join(__dirname, '../../main/resources/static');

module.exports = function run(name, globals = {}) {
  const window = {};
  vm.runInNewContext(readFileSync(join(FOLDER, name), 'utf8'), { window, ...globals }, { filename: name });
  return window;
};
