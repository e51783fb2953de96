// A call as a line: what is kept of it, which is little, so that a page may stay open for days.
import { h } from "../shared/dom.js";
import { address } from "../shared/route.js";
import { number, t, timeOf } from "../shared/texts.js";

const SUCCESS = "0200000";
const SIGNS = { accepted: "✓", refused: "✕", fault: "⚡" };

/** What is kept of a call of the journal. */
export function kept(entry, told) {
  const row = {
    id: entry.id,
    at: entry.at,
    operation: entry.operation,
    place: entry.vdn === null ? "" : `${entry.vdn}/${entry.campaign ?? ""}`,
    code: entry.result_code ?? (entry.status === 0 ? "—" : String(entry.status)),
    sentence: sentenceOf(entry, told),
    clause: entry.clause,
    field: entry.field,
    fault: entry.fault,
    ms: entry.duration_ms,
    outcome: outcomeOf(entry),
  };
  row.text = [row.id, row.operation, row.place, row.code, row.sentence, row.clause, row.field].join(" ").toLowerCase();
  return row;
}

export function outcomeOf(entry) {
  if (entry.fault) return "fault"; // its id, or whether there was one
  return entry.result_code === SUCCESS && entry.status === 200 ? "accepted" : "refused";
}

function sentenceOf(entry, told) {
  if (entry.result_code !== null) return told.ofCode.get(entry.result_code) ?? t("calls.undocumented_code");
  if (entry.status === 0) return t("calls.no_answer");
  return told.ofClause.get(entry.clause)?.sentence ?? t("calls.status", { status: entry.status });
}

/** The line of a call. */
export function rowOf(row, world) {
  const cell = (name, ...content) => h("td", { role: "cell", class: name }, ...content);
  const link = h(
    "a",
    { href: address(world, "calls", row.id), "aria-label": t("calls.open", { id: row.id, at: timeOf(row.at) }) },
    timeOf(row.at),
  );
  const element = h(
    "tr",
    { role: "row", class: row.outcome },
    cell("at", link),
    cell("operation", row.operation ?? t("calls.elsewhere")),
    cell("campaign", row.place),
    cell("result", badge(row.outcome, row.code), h("span", { class: "sentence", title: row.sentence }, row.sentence)),
    cell("clause", row.fault === null ? (row.clause ?? "") : h("span", { class: "struck" }, t("calls.fault", { id: row.fault }))),
    cell("duration", t("calls.milliseconds", { n: durationOf(row.ms) })),
  );
  element.dataset.id = row.id;
  return element;
}

/** A code with the colour and the sign of its outcome. */
export const badge = (outcome, code) =>
  h("span", { class: `badge ${outcome}` }, h("span", { "aria-hidden": "true" }, `${SIGNS[outcome]} `), code);

export const durationOf = (ms) => (ms < 10 ? ms.toFixed(2) : number(Math.round(ms)));
