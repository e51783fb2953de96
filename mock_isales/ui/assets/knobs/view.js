// The knobs: what a test turns by calls under /_mock.
import { byId } from "../shared/dom.js";
import { Polling } from "../shared/polling.js";
import { startClock } from "./clock.js";
import { drawFaults, startFaults } from "./faults.js";
import { drawTerms, startTerms } from "./terms.js";
import { drawWorlds, startWorlds } from "./worlds.js";
import { trying } from "../shared/messages.js";
import { route } from "../shared/route.js";

/** Gives what shows where one is. */
export function startKnobs() {
  const polling = new Polling(() => Promise.all([drawFaults(route().world), drawTerms(route().world), drawWorlds(route().world)]));
  const doing = async (work) => (await trying(work)) && polling.now();
  startClock(doing);
  startFaults(doing);
  startTerms(doing);
  startWorlds(doing);
  return (place) => {
    if (place.view === "knobs") polling.now();
    else polling.stop();
    byId("view-knobs").dataset.world = place.world;
  };
}
