// Why a call was answered as it was.
import { h } from "../shared/dom.js";
import { known, t } from "../shared/texts.js";

/** The explanation in full. */
export function explanationOf(told) {
  return h(
    "section",
    { class: `why ${told.outcome}` },
    h("h3", {}, t("call.why")),
    h("p", { class: "summary" }, told.summary),
    h("div", { class: "reasons" }, clauseOf(told.clause), adviceOf(told.advice)),
    faultOf(told.fault),
    signatureOf(told.signature),
    readingsOf(told.readings),
    listOf(t("call.departures"), told.departures.map((each) => each.sentence)),
    listOf(t("call.notes"), told.notes),
    checksOf(told.checks),
  );
}

function clauseOf(clause) {
  if (clause === null) return null;
  const standing = known(`contract.standing_${clause.standing}`) ?? clause.standing;
  return h(
    "div",
    { class: "reason" },
    h("h4", {}, t("call.says")),
    h("blockquote", {}, clause.sentence),
    h("p", { class: "source" }, h("code", {}, clause.id), " ", clause.title, " · ", clause.section, " · ", h("span", { title: clause.meaning }, standing)),
    h(
      "dl",
      { class: "pairs" },
      placeOf(clause),
      clause.value === null ? null : h("div", {}, h("dt", {}, t("call.stands_there")), h("dd", {}, h("code", { class: "bad" }, clause.value))),
    ),
  );
}

/** Where the call departs from it; nothing where that is about the call as a whole. */
function placeOf({ part, field }) {
  if (field === "" && part !== "body") return null;
  return h("div", {}, h("dt", {}, t("call.where")), h("dd", {}, field === "" ? t("call.whole_body") : h("code", {}, field)));
}

function adviceOf(advice) {
  if (advice === null) return null;
  const value = advice.value === null ? null : h("code", { class: "ok" }, shown(advice.value));
  const steps = advice.sentences.map((each) => h("li", {}, each));
  const last = steps.at(-1);
  const isAnnounced = value !== null && /[:：]$/.test(last?.textContent ?? ""); // it may be an example only: the sentence says
  if (isAnnounced) last.append(" ", value);
  const nearest = value === null || isAnnounced ? null : h("p", {}, t("call.nearest"), " ", value);
  return h("div", { class: "reason advice" }, h("h4", {}, t("call.to_do")), h("ul", {}, steps), nearest);
}

const shown = (value) => (typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value, null, 1));

const faultOf = (fault) => (fault === null ? null : listOf(t("call.fault"), fault.sentences));

function signatureOf(signature) {
  if (signature === null) return null;
  const mistakes = signature.mistakes.flatMap((each) => [each.sentence, each.advice]);
  return listOf(t("call.signature"), [signature.detail, ...mistakes]);
}

function readingsOf(readings) {
  if (readings.length === 0) return null;
  return h(
    "div",
    { class: "part" },
    h("h4", {}, t("call.readings")),
    readings.map((each) =>
      h(
        "div",
        { class: "reading" },
        h("p", {}, h("code", {}, `${each.name}: ${each.value}`), " ", each.is_default ? t("call.reading_default") : null, " ", each.decides),
        h("ul", {}, each.alternatives.map((other) => h("li", {}, h("code", {}, other.value), ": ", other.sentence))),
      ),
    ),
  );
}

function checksOf(checks) {
  if (checks === null) return null;
  const steps = (title, told, kind) =>
    told.length === 0 ? null : [h("dt", { class: kind }, title), told.map((each) => h("dd", {}, each.step, " ", h("span", { class: "muted" }, each.clauses.join(", "))))];
  return h(
    "details",
    { class: "part" },
    h("summary", {}, t("call.checks")),
    h("dl", { class: "checks" }, steps(t("call.held"), checks.held, "ok"), steps(t("call.not_reached"), checks.not_reached, "muted")),
    listOf(t("call.not_asked"), checks.not_asked),
    checks.entries.map((each) => h("p", {}, each)),
  );
}

function listOf(title, sentences) {
  if (sentences.length === 0) return null;
  return h("div", { class: "part" }, h("h4", {}, title), h("ul", {}, sentences.map((each) => h("li", {}, each))));
}
