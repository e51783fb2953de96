// A request, or an answer: its first line, its headers, its body, with the place marked that was refused.
import { h } from "../shared/dom.js";
import { number, t } from "../shared/texts.js";
import { pretty } from "./pretty.js";

const MOST_SHOWN = 200_000;
const ADDRESS = /^(.*\/campaigns\/)([^/?]*)(\/(?:calldata|callerNo)\/)([^/?]*)(.*)$/s;
const CAMPAIGN_PLACE = "campaignId";

/** What is marked: the part of the call, the field, whether it is there. */
const noMark = { part: null, field: "" };

export function requestOf(entry, clause, isPretty) {
  const mark = clause ?? noMark;
  const line = h("p", { class: "first-line" }, `${entry.request.method} `, targetOf(entry.request.target, mark));
  return panel(t("call.request"), line, entry.request, mark, isPretty);
}

export function answerOf(entry, isPretty) {
  if (entry.status === 0) return h("section", { class: "message-panel" }, h("h3", {}, t("call.answer")), h("p", { class: "muted" }, t("call.no_answer")));
  const line = h("p", { class: "first-line" }, t("calls.status", { status: entry.status }));
  return panel(t("call.answer"), line, entry.answer, noMark, isPretty);
}

function panel(title, line, message, mark, isPretty) {
  const rows = headersOf(message.headers, mark);
  const headers = h(
    "details",
    { class: "headers", open: mark.part === "header" },
    h("summary", {}, t("call.headers", { n: message.headers.length })),
    h("dl", {}, rows),
  );
  return h("section", { class: "message-panel" }, h("h3", {}, title), line, headers, bodyOf(message, mark, isPretty, title));
}

function headersOf(headers, mark) {
  const isMarked = (name) => mark.part === "header" && name.toLowerCase() === mark.field.toLowerCase();
  const rows = headers.map(([name, value]) =>
    h("div", {}, h("dt", {}, name), h("dd", {}, isMarked(name) ? [h("mark", {}, value), here(true)] : value)),
  );
  if (mark.part === "header" && !headers.some(([name]) => isMarked(name))) {
    rows.push(h("div", {}, h("dt", {}, mark.field), h("dd", {}, h("mark", {}, t("call.missing")))));
  }
  return rows;
}

function targetOf(target, mark) {
  if (mark.part !== "address") return target;
  const parts = ADDRESS.exec(target);
  if (parts === null) return h("mark", {}, target);
  const [, start, vdn, middle, campaign, end] = parts;
  return mark.field === CAMPAIGN_PLACE
    ? [start, vdn, middle, h("mark", {}, campaign), here(true), end]
    : [start, h("mark", {}, vdn), here(true), middle, campaign, end];
}

function bodyOf(message, mark, isPretty, title) {
  const text = message.body ?? message.body_base64 ?? "";
  if (text === "") return h("p", { class: "muted" }, t("call.no_body"), mark.part === "body" ? [" ", here(false)] : null);
  const place = mark.part === "body" ? mark.field : null;
  const isJson = isPretty && message.body !== null && text.length <= MOST_SHOWN;
  const nodes = (isJson && pretty(text, place, here)) || marked(text.slice(0, MOST_SHOWN), place, isPretty);
  return [
    message.body === null ? h("p", { class: "muted" }, t("call.base64")) : null,
    h("pre", { tabindex: "0", role: "region", "aria-label": `${title}: ${t("call.body")}` }, h("code", {}, nodes)),
    text.length > MOST_SHOWN ? h("p", { class: "muted" }, t("call.shortened", { n: number(MOST_SHOWN) })) : null,
  ];
}

/** A body that is no JSON is marked as a whole; a raw one is not. */
const marked = (text, place, isPretty) => (place === null || !isPretty ? text : [h("mark", {}, text), here(true)]);

const here = (isExact) => h("span", { class: "here" }, isExact ? t("call.refused_here") : t("call.missing"));
