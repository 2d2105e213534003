// How our scripts speak to the server: with the token of the session, and after a new login with that of the new one.
"use strict";

window.talk = (() => {
  const meta = name => /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name=${name}]`));

  function headers() {
    const name = meta("csrf-header")?.content;
    return name ? { [name]: meta("csrf-token")?.content ?? "" } : {};
  }

  // Whether somebody is logged in again: then the page itself, asked anew, carries the token that counts now.
  async function renewed() {
    const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = /** @type {HTMLMetaElement | null} */ (page.querySelector("meta[name=csrf-token]"))?.content;
    if (answer.ok && token && meta("csrf-token")) {
      meta("csrf-token").content = token;
      return true;
    }
    return false;
  }

  // Refused for want of a login or of its token, and not by what was asked for.
  function isLost(status, said) {
    return status === 401 || status === 403 && !said?.errorId;
  }

  // A sentence that leads to the login page in a new window, so that nothing here is lost.
  function loginLine(sentence, words) {
    const link = document.createElement("a");
    const self = /** @type {HTMLScriptElement} */ (document.querySelector("script[src*='talk.js']"));
    link.href = new URL("login", self.src).pathname;
    link.target = "_blank";
    link.textContent = words;
    const line = document.createElement("span");
    line.append(`${sentence} `, link);
    return line;
  }

  return { headers, renewed, isLost, loginLine };
})();
