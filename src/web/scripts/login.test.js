const assert = require('node:assert/strict');
const { test } = require('node:test');
const run = require('./script');

function store(content) {
  return Object.assign(Object.create({ removeItem(key) { delete this[key]; } }), content);
}

test('only how pages look outlives a login, and the place that was open goes with it', () => {
  const form = { action: '/login' };
  const localStorage = store({ 'qibu-lang': 'en', 'camunda-draft': '{}' });
  const sessionStorage = store({ typed: '王女士' });
  run('login.js', { localStorage, sessionStorage, location: { hash: '#/?task=7' }, document: { querySelector: () => form } });
  assert.deepEqual(Object.keys(localStorage), ['qibu-lang']);
  assert.deepEqual(Object.keys(sessionStorage), []);
  assert.equal(form.action, '/login#/?task=7');
});

test('a place that is none of the apps stays behind', () => {
  const form = { action: '/login' };
  run('login.js', { localStorage: store({}), sessionStorage: store({}), location: { hash: '#top' }, document: { querySelector: () => form } });
  assert.equal(form.action, '/login');
});
