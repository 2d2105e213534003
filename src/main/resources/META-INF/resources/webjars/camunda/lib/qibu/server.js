/* Asks our own API out of a page of the web apps, in the session the page runs in. */

export const home = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

let header = '';
let token = '';

/** Who is logged in and how long the session lasts unused; asked once, and again when its token is refused. */
export async function openSession() {
  const answer = await fetch(`${home}/api/session`, { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok) {
    return null;
  }
  const session = await answer.json();
  ({ header, token } = session);
  return session;
}

export const session = openSession().catch(() => null);

/**
 * Sends a request and answers {status, body}; status 0 where the server could not be reached. A request with
 * {keepalive: true} survives the page.
 */
export async function ask(method, path, body, more = {}) {
  if (!token && !more.keepalive) {
    await session;
  }
  const first = await send(method, path, body, more);
  if (first.status !== 403 || more.keepalive || !(await openSession().catch(() => null))) {
    return first;
  }
  return send(method, path, body, more);
}

async function send(method, path, body, more) {
  try {
    const answer = await fetch(home + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...(header && { [header]: token }) },
      body: body && JSON.stringify(body),
      ...more,
    });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0, body: {} };
  }
}
