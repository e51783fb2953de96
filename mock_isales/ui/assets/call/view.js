// An opened call: why it was answered so, the request and the answer side by side.
import { get, of, text } from "../shared/api.js";
import { contract } from "../shared/contract.js";
import { copy } from "../shared/copying.js";
import { byId, fill, h } from "../shared/dom.js";
import { trying } from "../shared/messages.js";
import { address, go, route } from "../shared/route.js";
import { dateOf, language, t, timeOf } from "../shared/texts.js";
import { beside, onCalls } from "../calls/view.js";
import { badge, durationOf, kept } from "../calls/row.js";
import { explanationOf } from "./explanation.js";
import { answerOf, requestOf } from "./message.js";

let isPretty = true;

/** Gives what opens the call that the address names, and closes it where it names none. */
export function startCall() {
  const dialog = byId("call");
  let opener = null;
  dialog.addEventListener("close", () => {
    const place = route();
    if (place.opened.length > 0) go(place.world, place.view);
    opener?.isConnected && opener.focus();
  });
  onCalls(() => dialog.open && stepTo(route().world, Number(route().opened[0])));
  return (place) => {
    const id = Number(place.opened[0]);
    if (place.view !== "calls" || !Number.isInteger(id) || id < 1) {
      dialog.close();
      return;
    }
    if (!dialog.open) {
      opener = byId("rows").querySelector(`[data-id="${id}"] a`);
      dialog.showModal();
    }
    trying(() => show(place.world, id));
  };
}

async function show(world, id) {
  byId("call-title").textContent = t("call.title", { id });
  stepTo(world, id);
  const [entry, told] = await Promise.all([
    get(of(world, "journal", id)),
    get(`${of(world, "journal", id, "explanation")}?language=${language}`),
  ]).catch((error) => {
    if (error.status !== 404) throw error;
    fill(byId("call-body"), h("p", {}, t("call.gone", { id })));
    return [null, null];
  });
  if (entry === null || route().opened[0] !== String(id)) return;
  const row = kept(entry, await contract());
  draw(world, entry, told, row);
  byId("call-body").scrollTop = 0;
}

function draw(world, entry, told, row) {
  const messages = h("div", { class: "messages-side" });
  const redraw = () => fill(messages, requestOf(entry, told.clause, isPretty), answerOf(entry, isPretty));
  redraw();
  fill(
    byId("call-body"),
    h(
      "div",
      { class: "facts" },
      badge(row.outcome, row.code),
      h("span", { class: "sentence" }, row.sentence),
      h("span", { class: "muted" }, [row.operation ?? t("calls.elsewhere"), row.place, `${dateOf(row.at)}${timeOf(row.at).slice(8)}`, t("calls.milliseconds", { n: durationOf(row.ms) })].filter(Boolean).join(" · ")),
    ),
    tools(world, entry.id, redraw),
    explanationOf(told),
    messages,
  );
}

function tools(world, id, redraw) {
  const copying = (kind) => () => trying(async () => copy(await text("GET", of(world, "journal", id, kind))));
  const choice = (label, value) =>
    h("label", {}, h("input", { type: "radio", name: "view", checked: isPretty === value, onchange: () => ((isPretty = value), redraw()) }), label);
  return h(
    "div",
    { class: "tools" },
    h("button", { type: "button", onclick: copying("curl") }, t("call.copy_curl")),
    h("button", { type: "button", onclick: copying("pytest") }, t("call.copy_pytest")),
    h("fieldset", { class: "choice" }, h("legend", {}, t("call.view")), choice(t("call.pretty"), true), choice(t("call.raw"), false)),
  );
}

function stepTo(world, id) {
  const [older, newer] = beside(id);
  for (const [name, other] of Object.entries({ "call-older": older, "call-newer": newer })) {
    byId(name).hidden = other === undefined;
    if (other !== undefined) byId(name).href = address(world, "calls", other);
  }
}
