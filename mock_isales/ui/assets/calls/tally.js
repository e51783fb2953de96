// How many calls of the world there were, and how many come a second.
import { byId } from "../shared/dom.js";
import { number } from "../shared/texts.js";
import { outcomeOf } from "./row.js";

const SPAN_S = 2;
const COUNTED = { accepted: "accepted", refused: "refused", fault: "struck" };

export class Tally {
  #counts = { received: 0, accepted: 0, refused: 0, struck: 0 };
  #times = [];
  #cells = Object.fromEntries([...byId("tally").querySelectorAll("[data-count]")].map((each) => [each.dataset.count, each]));

  constructor() {
    setInterval(() => this.show(), 500);
  }

  add(rows) {
    this.#counts.received += rows.length;
    for (const row of rows) this.#counts[COUNTED[row.outcome]]++;
    this.#times.push([performance.now(), rows.length]);
  }

  /** Begins with what a journal counts. */
  begin(counts) {
    for (const name of Object.keys(this.#counts)) this.#counts[name] = 0;
    for (const each of counts) {
      this.#counts.received += each.count;
      this.#counts[COUNTED[outcomeOf(each)]] += each.count;
    }
    this.show();
  }

  show() {
    for (const [name, count] of Object.entries(this.#counts)) this.#put(name, count);
    const since = performance.now() - SPAN_S * 1000;
    this.#times = this.#times.filter(([at]) => at >= since);
    this.#put("per_second", Math.round(this.#times.reduce((sum, [, count]) => sum + count, 0) / SPAN_S));
  }

  #put(name, count) {
    const text = number(count);
    if (this.#cells[name].textContent !== text) this.#cells[name].textContent = text;
  }
}
