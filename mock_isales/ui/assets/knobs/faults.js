// Faults: an operation and a code for the next calls, and those that are set.
import { get, of, send } from "../shared/api.js";
import { confirmed } from "../shared/confirming.js";
import { contract } from "../shared/contract.js";
import { byId, fill, h } from "../shared/dom.js";
import { say } from "../shared/messages.js";
import { route } from "../shared/route.js";
import { number, t } from "../shared/texts.js";

const SUCCESS = "0200000";
const STATUSES = [429, 500, 502, 503, 504];

export function startFaults(doing) {
  const form = byId("fault-form");
  form.elements.operation.onchange = () => fillAnswers(form);
  form.onsubmit = (event) => {
    event.preventDefault();
    doing(() => set(form));
  };
  byId("faults-clear").onclick = () => doing(clear);
  byId("faults").onclick = (event) => {
    const button = event.target.closest("button");
    if (button !== null) doing(() => remove(button.dataset.fault));
  };
}

async function set(form) {
  const { operation, answer, calls } = form.elements;
  const [kind, value] = answer.value.split(":");
  const said = { code: { code: value }, status: { status: Number(value) }, connection: { connection: value } }[kind];
  const fault = { operation: operation.value, when: { first: Number(calls.value) }, answer: said };
  const { id } = await send("POST", of(route().world, "faults"), fault);
  say(t("knobs.fault_was_set", { id }));
}

async function remove(id) {
  await send("DELETE", of(route().world, "faults", id));
  say(t("knobs.fault_was_removed", { id }));
  byId("faults").focus(); // where the button was that is gone
}

async function clear() {
  const { world } = route();
  if (!(await confirmed(t("knobs.fault_clear_ask", { world }), t("knobs.fault_clear_why"), t("knobs.fault_clear")))) return;
  await send("DELETE", of(world, "faults"));
  say(t("knobs.fault_cleared"));
  byId("fault-form").elements.operation.focus(); // the button is gone
}

/** Shows the faults of a world, and what can be chosen. */
export async function drawFaults(world) {
  await fillOperations(byId("fault-form"));
  const [{ faults }, documented] = await Promise.all([get(of(world, "faults")), contract()]);
  const told = JSON.stringify([world, faults]);
  const list = byId("faults");
  byId("faults-none").hidden = faults.length > 0;
  list.hidden = faults.length === 0;
  byId("faults-clear").hidden = faults.length === 0;
  if (list.dataset.told === told) return;
  list.dataset.told = told;
  const focused = document.activeElement?.dataset?.fault;
  fill(list, faults.map((each) => lineOf(each, documented)));
  list.querySelector(`[data-fault="${focused}"]`)?.focus();
}

/** What a fault answers, in words. */
function answerOf(answer, { ofCode }) {
  const said = {
    code: (code) => [code, ofCode.get(code)].filter(Boolean).join(" "),
    status: (status) => t("calls.status", { status }),
    connection: (connection) => t(`knobs.fault_${connection}`) + (answer.applied ? t("knobs.fault_applied") : ""),
    cut: (n) => t("knobs.fault_cut", { n: number(n) }),
    drip: ({ bytes, seconds }) => t("knobs.fault_drip", { n: number(bytes), seconds }),
    latency: (latency) => t("knobs.fault_latency", { n: typeof latency === "number" ? latency : JSON.stringify(latency) }),
  };
  const kept = Object.entries(said).filter(([name]) => answer[name] !== null && answer[name] !== undefined);
  return kept.map(([name, tell]) => tell(answer[name])).join(", ");
}

function lineOf(fault, told) {
  const answer = answerOf(fault.answer, told);
  const button = h("button", { type: "button", "data-fault": fault.id, "aria-label": t("knobs.fault_remove", { id: fault.id }) }, "×");
  return h(
    "li",
    { class: fault.ended ? "over" : null },
    h("span", {}, h("strong", {}, answer), " ", fault.operation ?? t("knobs.fault_both")),
    h("span", { class: "muted" }, t("knobs.fault_hits", { hits: number(fault.hits), seen: number(fault.seen) }), fault.ended ? `, ${t("knobs.fault_ended")}` : null),
    button,
  );
}

async function fillOperations(form) {
  const { interfaces } = await contract();
  const select = form.elements.operation;
  if (select.options.length > 0) return;
  fill(select, interfaces.map((each) => h("option", { value: each.operation }, each.operation)).reverse());
  await fillAnswers(form);
}

async function fillAnswers(form) {
  const { interfaces } = await contract();
  const { codes } = interfaces.find((each) => each.operation === form.elements.operation.value);
  const group = (label, options) => h("optgroup", { label }, options.map(([value, text]) => h("option", { value }, text)));
  fill(
    form.elements.answer,
    group(t("knobs.fault_codes"), codes.filter((each) => each.code !== SUCCESS).map((each) => [`code:${each.code}`, `${each.code} ${each.sentence}`])),
    group(t("knobs.fault_statuses"), STATUSES.map((status) => [`status:${status}`, String(status)])),
    group(t("knobs.fault_lost"), [["connection:reset", t("knobs.fault_reset")]]),
  );
}
