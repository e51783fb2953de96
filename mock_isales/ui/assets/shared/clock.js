// What the clock of the world shows: asked for every second, which is enough for seconds.
import { get, of } from "./api.js";
import { Polling } from "./polling.js";
import { route } from "./route.js";

const watchers = new Set();
const polling = new Polling(look);

/** Tells what the clock shows, again and again; null where there is no such world. */
export function watchClock(watcher) {
  watchers.add(watcher);
  if (watchers.size === 1) polling.now();
}

/** Looks at once: it was set, or the world is another one. */
export const lookAtClock = () => polling.now();

async function look() {
  const clock = await get(of(route().world, "clock")).catch(() => null);
  for (const watcher of watchers) watcher(clock);
}
