// The view of the live calls.
import { byId } from "../shared/dom.js";
import { contract } from "../shared/contract.js";
import { copy } from "../shared/copying.js";
import { say } from "../shared/messages.js";
import { known, number, t } from "../shared/texts.js";
import { go, route } from "../shared/route.js";
import { follow } from "./following.js";
import { List } from "./list.js";
import { kept } from "./row.js";
import { Tally } from "./tally.js";

const SAMPLE = `curl ${location.origin}/rest/isales/v2/openapi/campaigns/1/calldata/1 \\
  -H 'Content-Type: application/json; charset=UTF-8' -H 'Authorization: any' -H 'X-Mock-World: WORLD' \\
  -d '{"callDataList": [{"called": [{"calledNo": "88888888"}]}]}'`;

let list = null;
const watchers = new Set();

/** The ids of the calls beside one: the older, the newer. */
export const beside = (id) => list.beside(id);

/** Tells when there are other calls. */
export const onCalls = (watcher) => watchers.add(watcher);

/** Gives what shows where one is. The calls are followed whatever view is shown. */
export function startCalls() {
  list = new List(showState);
  const tally = new Tally();
  const form = byId("calls-filter");
  form.oninput = () => list.filter(filterOf(form));
  form.onsubmit = (event) => event.preventDefault();
  startButtons();
  byId("rows").onclick = (event) => opened(event);
  byId("rows").onkeydown = (event) => stepped(event);

  let world = null;
  let stop = () => undefined;
  return (place) => {
    if (place.opened[0] === "clause" && place.view === "calls") return showClause(place);
    if (place.world === world) return;
    world = place.world;
    stop();
    tally.begin([]);
    list.begin(world, []);
    stop = follow(world, {
      begin: async (entries, counts, uncounted) => {
        list.begin(world, await rowsOf(entries));
        tally.begin(counts);
        tally.add(await rowsOf(uncounted));
      },
      come: async (entries) => {
        const rows = await rowsOf(entries);
        tally.add(rows);
        list.add(rows);
      },
      drop: showDropped,
      state: showLink,
    });
    showLink("connecting");
    showDropped(0);
    byId("sample").textContent = sample(world);
  };
}

async function rowsOf(entries) {
  const told = await contract();
  return entries.map((entry) => kept(entry, told));
}

function filterOf(form) {
  const { text, outcome, operation } = form.elements;
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) =>
    (outcome.value === "" || row.outcome === outcome.value) &&
    (operation.value === "" || row.operation === operation.value) &&
    words.every((word) => row.text.includes(word));
}

function startButtons() {
  const pause = byId("pause");
  pause.onclick = () => {
    const isPaused = pause.getAttribute("aria-pressed") !== "true";
    pause.setAttribute("aria-pressed", String(isPaused));
    pause.textContent = isPaused ? t("calls.resume") : t("calls.pause");
    list.pause(isPaused);
  };
  byId("clear").onclick = () => {
    list.clear();
    say(t("calls.cleared"));
  };
  byId("copy-sample").onclick = () => copy(byId("sample").textContent);
}

const sample = (world) => SAMPLE.replace("WORLD", world.replaceAll("'", "'\\''"));

function showState() {
  const form = byId("calls-filter");
  const isFiltered = ["text", "outcome", "operation"].some((name) => form.elements[name].value !== "");
  byId("calls-empty").hidden = !list.isEmpty || list.isCleared;
  byId("calls-cleared").hidden = !list.isCleared;
  byId("calls-none").hidden = list.isEmpty || list.isCleared || list.shown > 0 || !isFiltered;
  byId("calls-none-hint").textContent = t("calls.none_fit_hint", { n: number(list.size) });
  byId("calls").hidden = list.shown === 0;
  const paused = byId("calls-paused");
  paused.hidden = list.held === 0;
  paused.textContent = list.held === 0 ? "" : t("calls.paused", { n: number(list.held) });
  watchers.forEach((watcher) => watcher());
}

let dropped = 0;

function showDropped(count) {
  dropped = count === 0 ? 0 : dropped + count;
  byId("calls-dropped").hidden = dropped === 0;
  byId("calls-dropped").textContent = t("calls.dropped", { n: number(dropped) });
}

function showLink(state) {
  const link = byId("link");
  if (link.dataset.state === state) return;
  link.dataset.state = state;
  byId("link-text").textContent = known(`shell.${state}`);
}

function showClause(place) {
  const form = byId("calls-filter");
  form.elements.text.value = place.opened[1] ?? "";
  form.oninput();
  go(place.world, "calls");
}

function opened(event) {
  const row = event.target.closest("tr");
  if (row !== null && event.target.closest("a") === null && String(getSelection()) === "") {
    go(route().world, "calls", row.dataset.id);
  }
}

/** The arrow keys go from line to line. */
function stepped(event) {
  const row = event.target.closest("tr");
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  next?.querySelector("a").focus();
}
