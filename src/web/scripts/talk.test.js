const assert = require('node:assert/strict');
const { test } = require('node:test');
const run = require('./script');

const meta = (header, token) => ({
  querySelector: name => ({ 'meta[name=csrf-header]': { content: header }, 'meta[name=csrf-token]': { content: token } })[name],
});

test('requests carry the token of the session under the name the page says', () => {
  const { talk } = run('talk.js', { document: meta('X-TOKEN', 'abc') });
  assert.deepEqual({ ...talk.headers() }, { 'X-TOKEN': 'abc' });
});

test('a page without a token sends none', () => {
  const { talk } = run('talk.js', { document: { querySelector: () => null } });
  assert.deepEqual({ ...talk.headers() }, {});
});

test('a login is lost on 401, or on 403 where nothing says what was refused', () => {
  const { isLost } = run('talk.js').talk;
  assert.equal(isLost(401), true);
  assert.equal(isLost(403, {}), true);
  assert.equal(isLost(403, { errorId: '7' }), false);
  assert.equal(isLost(409, {}), false);
  assert.equal(isLost(0, undefined), false);
});
