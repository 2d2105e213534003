/* The task list opens with what presses most on top; another order somebody chose stays in the address. */

const pressing = JSON.stringify([
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' },
  { sortBy: 'created', sortOrder: 'desc' },
]);

/** The address of the list with an order in it; nothing where it is not the list's or has one. */
function ordered(hash) {
  const [path, search = ''] = hash.replace(/^#!?/, '').split('?');
  const wanted = new URLSearchParams(search);
  if ((path || '/') !== '/' || wanted.has('sorting')) {
    return null;
  }
  wanted.set('sorting', pressing);
  return `#/?${wanted.toString().replace(/\+/g, '%20')}`;
}

const address = ordered(location.hash);
if (address) {
  history.replaceState(history.state, '', address);
}
