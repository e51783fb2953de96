// The worlds of the server.
import { get, of, send } from "../shared/api.js";
import { confirmed } from "../shared/confirming.js";
import { byId, fill, h } from "../shared/dom.js";
import { say } from "../shared/messages.js";
import { address, go, route } from "../shared/route.js";
import { number, t } from "../shared/texts.js";

export function startWorlds(doing) {
  const form = byId("world-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    doing(() => make(form.elements.name.value.trim()).then(() => form.reset()));
  };
  byId("world-reset").onclick = () => doing(() => reset(route().world));
  byId("world-end").onclick = () => doing(() => end(route().world));
}

async function reset(world) {
  if (!(await confirmed(t("knobs.world_reset_ask", { world }), t("knobs.world_reset_why"), t("knobs.world_reset")))) return;
  await send("POST", of(world, "reset"), {});
  say(t("knobs.world_was_reset", { world }));
}

async function end(world) {
  if (!(await confirmed(t("knobs.world_end_ask", { world }), t("knobs.world_end_why"), t("knobs.world_end")))) return;
  await send("DELETE", of(world));
  say(t("knobs.world_ended", { world }));
  go("default", "knobs");
}

async function make(world) {
  await send("PUT", of(world));
  say(t("knobs.world_made", { world }));
  go(world, "knobs");
}

/** Shows the worlds. */
export async function drawWorlds(world) {
  const { worlds } = await get("worlds");
  const list = byId("worlds");
  const told = JSON.stringify([world, worlds.map((each) => [each.name, each.journal.entries, each.clock.mode])]);
  if (list.dataset.told === told) return;
  list.dataset.told = told;
  const focused = document.activeElement?.dataset?.world;
  fill(list, worlds.map((each) => lineOf(each, world)));
  [...list.querySelectorAll("a")].find((each) => each.dataset.world === focused)?.focus();
}

function lineOf(each, world) {
  const isHere = each.name === world;
  const link = h("a", { href: address(each.name, "knobs"), "data-world": each.name, "aria-label": t("knobs.world_show", { world: each.name }) }, each.name);
  return h(
    "li",
    {},
    isHere ? h("strong", {}, each.name) : link,
    h("span", { class: "muted" }, t("knobs.world_calls", { n: number(each.journal.entries) }), isHere ? ` · ${t("knobs.world_here")}` : null),
  );
}
