/*
 * What people type stays out of the browser's store, which the next person at the same computer could read. The apps keep
 * there what their windows look like, and nothing else.
 */

const allowed = new Set(['camunda', 'camunda-web', 'qibu-active']);
const { setItem } = Storage.prototype;

Storage.prototype.setItem = function (key, value) {
  if (allowed.has(String(key))) {
    setItem.call(this, key, value);
  }
};

/* what an older version may have left */
for (const store of [localStorage, sessionStorage]) {
  Object.keys(store).filter(key => !allowed.has(key)).forEach(key => store.removeItem(key));
}
