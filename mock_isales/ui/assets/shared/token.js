// The token that /_mock asks for beyond loopback. This tab keeps it; it is sent as a header and stands in no address.
import { byId } from "./dom.js";

const KEY = "mock-isales-token";
let kept = null;
let asking = null;

/** The token that is known, or null. */
export function token() {
  return kept ?? stored();
}

/** Asks for a token, once however many wait for it; `used` is the one that was refused. */
export function askForToken(used) {
  if (used !== token()) return Promise.resolve(); // somebody has given another one meanwhile
  asking ??= asked(used !== null).finally(() => (asking = null));
  return asking;
}

function asked(wasWrong) {
  const dialog = byId("token");
  const form = byId("token-form");
  byId("token-wrong").hidden = !wasWrong;
  form.reset();
  dialog.oncancel = (event) => event.preventDefault(); // without it there is nothing to go back to
  dialog.showModal();
  return new Promise((given) => {
    form.onsubmit = (event) => {
      event.preventDefault();
      keep(form.elements.token.value.trim());
      dialog.close();
      given();
    };
  });
}

function keep(value) {
  kept = value;
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // then it is known until the page is loaded again
  }
}

function stored() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
