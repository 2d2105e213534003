const assert = require('node:assert/strict');
const { test } = require('node:test');
const run = require('./script');

const { amount, cells, day, oneOf, places, strange, truth } = run('pasted.js').pasted;
const plain = value => JSON.parse(JSON.stringify(value));

const COLUMNS = [
  { key: 'text', label: '做什么' },
  { key: 'dueOn', label: '完成日期（年月日）' },
  { key: 'budget', label: '预算' },
];

test('tabs part cells, line ends part rows, empty rows are left out', () => {
  assert.deepEqual(plain(cells('清运\t2027/2/5\r\n\n移位\t')), [['清运', '2027/2/5'], ['移位', '']]);
});

test('quotes hold a cell of several lines together, and only such a one', () => {
  assert.deepEqual(plain(cells('"一\n二 ""三"""\tb')), [['一\n二 "三"', 'b']]);
  assert.deepEqual(plain(cells('"一"\tb')), [['"一"', 'b']]);
});

test('a day is read in each way people write it', () => {
  for (const said of ['2027-02-05', '2027/2/5', '2027.2.5', '2027年2月5日', '２０２７年２月５日', '20270205', '2027-2-5 (周五)', '2027年2月5日 星期五', '2027-02-05T09:30', '2027/2/5 9:30:00']) {
    assert.equal(day(said), '2027-02-05', said);
  }
});

test('what is no day, or has more behind it, is none', () => {
  for (const said of ['', '明天', '2月5日', '2027-02-05前', '05/02/2027', '2027-2']) {
    assert.equal(day(said), '', said);
  }
});

test('an amount loses its sign, its unit and commas that part thousands, and no other comma', () => {
  assert.equal(amount('￥1,200元'), '1200');
  assert.equal(amount('1，234，567.50'), '1234567.50');
  assert.equal(amount('12户'), '12');
  assert.equal(amount('1,5'), '1,5');
  assert.equal(amount('大约100'), '大约100');
});

test('yes and no are understood in whatever writing; anything else is neither', () => {
  assert.deepEqual(['是', '√', ' Y ', 'ＴＲＵＥ', '1'].map(truth), Array(5).fill('true'));
  assert.deepEqual(['否', '×', 'No', '0'].map(truth), Array(4).fill('false'));
  assert.deepEqual(['', '也许', '2'].map(truth), ['', '', '']);
});

test('a choice is meant by its words or its value', () => {
  const choices = [{ value: 'AGREE', label: '同意' }, { value: 'AGAINST', label: '不 同意' }];
  assert.equal(oneOf(choices, ' 同意'), 'AGREE');
  assert.equal(oneOf(choices, '不同意'), 'AGAINST');
  assert.equal(oneOf(choices, 'against'), 'AGAINST');
  assert.equal(oneOf(choices, '反对'), '');
});

test('a line of headings says where each cell belongs, and is no row', () => {
  const found = places(COLUMNS, [['序号', '完成日期', '做什么 *'], ['1', '2027/2/5', '清运']], 0);
  assert.deepEqual(plain(found), { at: [-1, 1, 0], heads: ['序号', '完成日期', '做什么 *'], lines: [['1', '2027/2/5', '清运']] });
});

test('without headings cells go on from where was pasted, and end with the last column', () => {
  assert.deepEqual(plain(places(COLUMNS, [['2027/2/5', '100', 'x']], 1)), { at: [1, 2, -1], heads: [], lines: [['2027/2/5', '100', 'x']] });
});

test('a heading twice, or one known word among many others, makes no line of headings', () => {
  assert.deepEqual(plain(places(COLUMNS, [['预算', '预算']], 0)).heads, []);
  assert.deepEqual(plain(places(COLUMNS, [['预算', '一', '二']], 0)).heads, []);
});

test('columns without a place are named, a running number and an empty one are not', () => {
  const { at, heads, lines } = places(COLUMNS, [['序号', '做什么', '负责人', '预算', ''], ['1', '清运', '王师傅', '5', '']], 0);
  assert.equal(strange(lines, at, heads), '“负责人”');
  assert.equal(strange([['a', 'b', 'c', 'd']], [0, 1, 2], []), '“4”');
});
