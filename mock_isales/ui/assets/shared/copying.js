// Copies a text; where the browser does not allow it, the text is shown, selected.
import { byId } from "./dom.js";
import { say } from "./messages.js";
import { t } from "./texts.js";

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text); // there is no clipboard for a page over plain HTTP beyond loopback
    say(t("call.copied"));
  } catch {
    const area = byId("copying-text");
    area.value = text;
    byId("copying").showModal();
    area.select();
  }
}
