// Asks before something is done that cannot be undone. Escape, and the button that has the focus, leave all as it is.
import { byId } from "./dom.js";

/** Whether it shall be done: what is asked, what would come of it, and what the button says that does it. */
export function confirmed(question, consequence, does) {
  const dialog = byId("confirm");
  const yes = byId("confirm-yes");
  byId("confirm-title").textContent = question;
  byId("confirm-why").textContent = consequence;
  yes.textContent = does;
  dialog.returnValue = "";
  yes.onclick = () => dialog.close("yes");
  dialog.showModal();
  return new Promise((answered) => {
    dialog.onclose = () => answered(dialog.returnValue === "yes");
  });
}
