// Whoever logs in finds nothing in the browser's store that somebody before them left there; only how pages look stays.
"use strict";

for (const store of [localStorage, sessionStorage]) {
  Object.keys(store).filter(key => !key.startsWith("qibu-")).forEach(key => store.removeItem(key));
}
