// Follows the calls of a world: first those that the journal keeps, then each as it comes, whatever happens meanwhile.
import { ask, checked, get, of } from "../shared/api.js";
import { eventsOf } from "./events.js";

const KNOWN_AT_FIRST = 500;
const RETRY_MS = 1000;

/**
 * Follows a world until it is stopped.
 *
 * @param {string} world
 * @param {{begin, come, drop, state}} told What is told: the calls to begin with, how many there are of each kind, and
 *   those that are not counted yet; calls that have come; how many were dropped; and how it is going (`live`, `connecting`, `no_world`, `unreachable`).
 * @returns {() => void} Stops it.
 */
export function follow(world, told) {
  const stop = new AbortController();
  run(world, told, stop.signal);
  return () => stop.abort();
}

async function run(world, told, signal) {
  while (!signal.aborted) {
    try {
      await once(world, told, signal);
      if (!signal.aborted) told.state("connecting"); // the world has ended, or the server
    } catch (error) {
      if (!signal.aborted) told.state({ 0: "unreachable", 404: "no_world" }[error.status] ?? "connecting");
    }
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
}

async function once(world, told, signal) {
  const counted = await get(of(world, "journal", "counts"));
  const page = await get(`${of(world, "journal")}?order=newest&limit=${KNOWN_AT_FIRST}`);
  if (signal.aborted) return;
  const entries = page.entries.reverse();
  const since = Math.max(page.total - counted.total, 0); // so many have come between the two
  await told.begin(entries, counted.counts, since > 0 ? entries.slice(-since) : []);
  const last = page.entries.at(-1)?.id ?? 0;
  const headers = { "Last-Event-ID": String(last) };
  const answer = await checked(await ask("GET", of(world, "journal", "stream"), { headers, signal }));
  told.state("live");
  for await (const events of eventsOf(answer)) {
    if (signal.aborted) return;
    const calls = events.filter((each) => each.event === "call").map((each) => JSON.parse(each.data));
    if (calls.length > 0) told.come(calls);
    for (const each of events) if (each.event === "dropped") told.drop(JSON.parse(each.data).count);
  }
}
