/* What each task in the list is about: number, title, community, step, urgency, due moment. All cards with one request. */

const home = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const most = 50;
const known = new Map();
let waiting = new Map();

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function due(card) {
  const made = element('span', `due${card.overdue ? ' over' : ''}`, card.dueText);
  made.tabIndex = 0;
  made.append(element('span', 'exact', card.dueExact));
  return made;
}

function draw(node, card) {
  const about = element('p', 'about', '');
  about.append(element('span', 'number', card.matterNo), ` · ${card.community} · ${card.stepText}`);
  const marks = element('p', 'marks', '');
  if (card.urgency) {
    marks.append(element('span', `urgency ${card.urgency.toLowerCase()}`, card.urgencyText));
  }
  if (card.due) {
    marks.append(due(card));
  }
  node.className = 'qibu-card';
  node.replaceChildren(element('p', 'title', card.title), about, ...(marks.childNodes.length > 0 ? [marks] : []));
}

async function ask(nodes) {
  const ids = [...nodes.keys()];
  const query = new URLSearchParams(ids.map(id => ['ids', id]));
  const answer = await fetch(`${home}/api/tasks/cards?${query}`, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) {
    return;
  }
  for (const card of await answer.json()) {
    known.set(card.taskId, card);
    nodes.get(card.taskId).forEach(node => draw(node, card));
  }
}

/* The app draws card after card; those drawn in one go are asked for together. */
function enquire() {
  const all = [...waiting];
  waiting = new Map();
  for (let from = 0; from < all.length; from += most) {
    ask(new Map(all.slice(from, from + most))).catch(fault => console.error(fault));
  }
}

function render(node, { taskId }) {
  if (known.has(taskId)) {
    draw(node, known.get(taskId));
  }
  if (waiting.size === 0) {
    setTimeout(enquire, 30);
  }
  waiting.set(taskId, [...(waiting.get(taskId) || []), node]);
}

export default [{
  id: 'qibu-card',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render,
  unmount: () => {},
}];
