// Says what was done, and what could not be.
import { byId, fill, h } from "./dom.js";
import { t } from "./texts.js";

const SECONDS = 5;
let ends = 0;

/** An open dialog makes all else inert: messages stand in it. */
function come() {
  const open = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  const messages = byId("messages");
  if (messages.parentElement !== open) open.append(messages);
}

/** Messages stay when a dialog closes. */
document.addEventListener("close", come, { capture: true });

/** Says for a while that something was done. */
export function say(text) {
  come();
  fill(byId("said"), h("p", { class: "message" }, text));
  clearTimeout(ends);
  ends = setTimeout(() => fill(byId("said")), SECONDS * 1000);
}

/** Says what could not be done, until somebody has taken note of it. */
export function complain(error) {
  come();
  const close = () => fill(byId("problems"));
  const button = h("button", { type: "button", onclick: close }, t("shell.dismiss"));
  fill(byId("problems"), h("p", { class: "message bad" }, h("span", {}, error.message), button));
}

/** Does something; what goes wrong is said. Gives whether it was done. */
export async function trying(work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (error.name !== "AbortError") complain(error);
    return false;
  }
}
