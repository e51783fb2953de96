// The contract as a table, and what of it was met in this world.
import { get, of } from "../shared/api.js";
import { contract } from "../shared/contract.js";
import { byId, fill, h } from "../shared/dom.js";
import { Polling } from "../shared/polling.js";
import { address, route } from "../shared/route.js";
import { number, t } from "../shared/texts.js";
import { metIn } from "./counting.js";
import { drawPicture } from "./picture.js";

const polling = new Polling(draw);
let shown = "";

/** Gives what shows where one is. */
export function startContract() {
  const form = byId("contract-filter");
  form.onsubmit = (event) => event.preventDefault();
  form.oninput = filter;
  return (place) => {
    if (place.view === "contract") polling.now();
    else polling.stop();
  };
}

async function draw() {
  const { world } = route();
  const [told, met] = await Promise.all([contract(), metIn(world)]);
  if (route().world !== world) return;
  fillDocuments(told);
  if (shown !== world) fill(byId("clauses"), told.clauses.map((each) => rowOf(each, world, told)));
  shown = world;
  for (const row of byId("clauses").rows) {
    const count = met.clauses.get(row.dataset.clause) ?? 0;
    row.dataset.met = count > 0 ? "met" : "missed";
    row.querySelector(".count").textContent = number(count);
    row.querySelector(".met a")?.toggleAttribute("hidden", count === 0);
  }
  drawPicture(told, met);
  filter();
}

function fillDocuments(told) {
  const select = byId("contract-filter").elements.document;
  if (select.options.length > 1) return;
  select.append(...told.interfaces.map((each) => h("option", { value: each.document }, `${each.document}: ${each.title}`)));
}

function rowOf(clause, world, told) {
  const cell = (name, ...content) => h("td", { role: "cell", class: name }, ...content);
  const show = h("a", { href: address(world, "calls", "clause", clause.id), "aria-label": t("contract.show_calls", { clause: clause.id }), hidden: true }, "→");
  const row = h(
    "tr",
    { role: "row" },
    cell("clause", h("code", {}, clause.id)),
    cell("section", clause.section),
    cell("sentence", clause.sentence),
    cell("code", clause.outcome === null ? h("span", { class: "muted" }, t("contract.no_code")) : h("code", { title: told.ofCode.get(clause.outcome) }, clause.outcome)),
    cell("standing", h("span", { class: `tag ${clause.standing}`, title: told.standings[clause.standing] }, t(`contract.standing_${clause.standing}`))),
    cell("met", h("span", { class: "count" }, "0"), " ", clause.outcome === null ? null : show),
  );
  Object.assign(row.dataset, { clause: clause.id, document: clause.document, standing: clause.standing });
  row.dataset.text = [clause.id, clause.section, clause.sentence, clause.outcome, ...clause.readings].join(" ").toLowerCase();
  return row;
}

function filter() {
  const { text, document, standing, met } = byId("contract-filter").elements;
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of byId("clauses").rows) {
    const { dataset } = row;
    const fits = (select, name) => select.value === "" || dataset[name] === select.value;
    row.hidden = !(fits(document, "document") && fits(standing, "standing") && fits(met, "met") && words.every((word) => dataset.text.includes(word)));
    count += row.hidden ? 0 : 1;
  }
  const told = t("contract.shown", { n: number(count) });
  if (byId("contract-shown").textContent !== told) byId("contract-shown").textContent = told;
}
