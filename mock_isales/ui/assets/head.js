// The head of the page: which view, which world, and what its clock shows.
import { get } from "./shared/api.js";
import { byId, fill, h } from "./shared/dom.js";
import { Polling } from "./shared/polling.js";
import { address, go, route } from "./shared/route.js";
import { dateOf, t } from "./shared/texts.js";
import { watchClock } from "./shared/clock.js";

/** Gives what shows where one is. */
export function startHead() {
  const polling = new Polling(showWorlds);
  byId("world").onchange = (event) => go(event.target.value, route().view);
  watchClock((clock) => fill(byId("clock"), clock === null ? "" : dateOf(clock.now).slice(11)));
  polling.now();
  let world = null;
  return (place) => {
    for (const link of document.querySelectorAll("[data-view]")) {
      const isHere = link.dataset.view === place.view;
      link.href = address(place.world, link.dataset.view);
      if (isHere) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      byId(`view-${link.dataset.view}`).hidden = !isHere;
    }
    const language = byId("language");
    language.href = `${language.getAttribute("href").split("#")[0]}${location.hash}`;
    document.title = `${t(`shell.${place.view}`)} · ${place.world} · mock-isales`;
    if (place.world !== world) polling.now();
    world = place.world;
  };
}

async function showWorlds() {
  const names = (await get("worlds")).worlds.map((each) => each.name);
  const here = route().world;
  if (!names.includes(here)) names.push(here);
  const select = byId("world");
  const shown = [...select.options].map((each) => each.value);
  if (shown.join("\n") !== names.join("\n")) fill(select, names.map((name) => h("option", { value: name }, name)));
  select.value = here;
}
