// The coverage as a picture: a tile for each clause, the brighter the more often it was met.
import { byId, fill, h } from "../shared/dom.js";
import { number, t } from "../shared/texts.js";

const LEVELS = [1, 10, 100];
const OUTCOME = /^[A-Z]+:/;

export function drawPicture(told, met) {
  const clauses = told.clauses.filter((each) => each.outcome !== null);
  const count = clauses.filter((each) => met.clauses.has(each.id)).length;
  const sum = t("contract.met_of", { met: number(count), all: number(clauses.length) });
  byId("met-of").textContent = sum;
  const tiles = byId("tiles");
  tiles.setAttribute("aria-label", sum);
  if (tiles.children.length === 0) fill(tiles, clauses.map(() => h("span", { class: "tile" })));
  clauses.forEach((clause, at) => drawTile(tiles.children[at], clause.id, met.clauses.get(clause.id) ?? 0));
  fill(byId("shares"), met.points === null ? null : shares(met.points));
  byId("counted").textContent = met.points === null ? t("contract.counted_journal", { n: number(met.calls) }) : t("contract.counted_coverage");
  drawCodes(told, met.codes);
}

function drawTile(tile, clause, count) {
  tile.dataset.level = LEVELS.filter((level) => count >= level).length;
  tile.title = t("contract.tile", { clause, n: number(count) });
}

/** How much of each kind of point was met. */
function shares(points) {
  const kinds = { outcomes: [0, 0], clauses: [0, 0], boundaries: [0, 0] };
  const add = (id, isMet) => {
    const kind = kinds[OUTCOME.test(id) ? "outcomes" : id.includes(":") ? "boundaries" : "clauses"];
    kind[0] += isMet ? 1 : 0;
    kind[1] += 1;
  };
  Object.keys(points.points).forEach((id) => add(id, true));
  points.missed.forEach((id) => add(id, false));
  return Object.entries(kinds).map(([kind, [met, all]]) =>
    line(t("contract.share", { kind: t(`contract.${kind}`), met: number(met), all: number(all) }), "", met / all, "ok"),
  );
}

function drawCodes(told, codes) {
  const most = Math.max(1, ...codes.values());
  const sorted = [...codes].sort(([, first], [, second]) => second - first);
  fill(
    byId("codes"),
    sorted.map(([code, count]) => line(`${code} ${told.ofCode.get(code) ?? ""}`, number(count), count / most, code === "0200000" ? "ok" : "bad")),
  );
}

function line(name, count, share, kind) {
  const bar = h("span", { class: `bar-fill ${kind}` });
  bar.style.inlineSize = share === 0 ? "0" : `max(2px, ${share * 100}%)`;
  return h("div", { class: "share" }, h("p", {}, h("span", {}, name), h("strong", {}, count)), h("div", { class: "track", "aria-hidden": "true" }, bar));
}
