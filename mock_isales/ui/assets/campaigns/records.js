// The records of an opened campaign: how many there are of which kind, and how they came.
import { get, of, text } from "../shared/api.js";
import { byId, fill, h } from "../shared/dom.js";
import { theme } from "../shared/theme.js";
import { dateOf, language, number, t } from "../shared/texts.js";
import { panel } from "./numbers.js";

const PRIORITIES = [1, 2, 3, 4, 5];
let counts = null;
let told = "";

/** Draws what has changed. */
export async function drawRecords(world, campaign) {
  counts = await get(of(world, "campaigns", campaign.vdn, campaign.id, "counts"));
  const now = JSON.stringify([world, campaign.vdn, campaign.id, counts]);
  if (now === told && byId("records-table") !== null) return;
  told = now;
  await redrawCharts();
}

/** Draws the charts anew: the colours, or the numbers, have changed. */
export async function redrawCharts() {
  if (counts === null) return;
  const kinds = kindsOf(counts);
  const [ofKinds, ofGrowth] = await Promise.all([chart(kinds), counts.growth.length === 0 ? null : chart(growthOf(counts))]);
  const summary = summaryOf(counts);
  fill(
    byId("campaign-records"),
    panel(t("campaigns.records"), "campaign-kinds", picture(ofKinds, ""), tableOf(counts, kinds)),
    panel(t("campaigns.growth"), "campaign-growth", ofGrowth === null ? null : picture(ofGrowth, summary), h("p", { class: "muted" }, summary)),
  );
}

/** A chart as the server draws it: an image, in which nothing runs. */
async function chart(asked) {
  const svg = await text("POST", "ui/charts", { ...asked, theme: theme(), language });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

const picture = (src, alt) => h("img", { class: "chart", src, alt, width: 560, height: 260 });

const growthOf = ({ growth }) => ({ kind: "growth", points: growth.map((each) => [each.at, each.records]) });

function kindsOf({ counts, pending }) {
  const of = (state) => PRIORITIES.map((priority) => counts.find((each) => each.state === state && each.priority === priority)?.count ?? 0);
  return { kind: "kinds", incomplete: of("incomplete"), completed: of("completed"), pending };
}

function tableOf({ total, pending }, kinds) {
  const sum = (list) => list.reduce((all, each) => all + each, 0);
  const row = (name, list, all) => h("tr", {}, h("th", { scope: "row" }, name), list.map((each) => h("td", {}, number(each))), h("td", {}, number(all)));
  const head = [t("campaigns.priority"), ...PRIORITIES, t("campaigns.all")].map((each) => h("th", { scope: "col" }, String(each)));
  return h(
    "table",
    { class: "counts", id: "records-table", "data-total": total + pending },
    h("thead", {}, h("tr", {}, head)),
    h(
      "tbody",
      {},
      row(t("campaigns.records_incomplete"), kinds.incomplete, sum(kinds.incomplete)),
      row(t("campaigns.records_completed"), kinds.completed, sum(kinds.completed)),
      row(t("campaigns.records_pending"), [0, 0, pending, 0, 0], pending),
    ),
  );
}

function summaryOf({ total, growth }) {
  if (growth.length === 0) return t("campaigns.no_growth");
  return t("campaigns.growth_alt", { n: number(total), first: dateOf(growth[0].at), last: dateOf(growth.at(-1).at) });
}
