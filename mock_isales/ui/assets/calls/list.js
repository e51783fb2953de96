// The list of calls: at most 500 lines, and however many calls come, the browser draws ten times a second at most.
import { byId } from "../shared/dom.js";
import { rowOf } from "./row.js";

const MOST_LINES = 500;
const MOST_KEPT = 5000;
const LEAST_MS = 100;

/** The calls of a world, the last ones of them kept, those that fit the filter shown. */
export class List {
  #world = "";
  #kept = []; // the oldest first
  #new = []; // kept and not shown yet
  #fits = () => true;
  #drawn = 0;
  #waiting = false;
  #isPaused = false;
  #held = 0;
  #isCleared = false;
  #body = byId("rows");
  #changed;

  /** @param {() => void} changed Is told when the list has changed. */
  constructor(changed) {
    this.#changed = changed;
  }

  get isEmpty() {
    return this.#kept.length === 0;
  }

  /** Whether nothing is left of what was there, and nothing that has come since is to be shown yet. */
  get isCleared() {
    return this.#isCleared && this.#kept.length <= this.#held;
  }

  get shown() {
    return this.#body.rows.length;
  }

  get size() {
    return this.#kept.length;
  }

  /** How many have come since it was paused. */
  get held() {
    return this.#held;
  }

  begin(world, rows) {
    this.#world = world;
    this.#isCleared = false;
    this.#kept = rows;
    this.#drawAll();
  }

  add(rows) {
    this.#kept = trimmed(this.#kept.concat(rows), MOST_KEPT);
    this.#new = trimmed(this.#new.concat(rows), MOST_KEPT);
    if (this.#isPaused) this.#held += rows.length;
    this.#later();
  }

  /** Shows what fits; paused, of those that were there when it was. */
  filter(fits) {
    this.#fits = fits;
    this.#draw(this.#held === 0 ? this.#kept : this.#kept.slice(0, -this.#held));
  }

  pause(isPaused) {
    this.#isPaused = isPaused;
    if (!isPaused) this.#drawAll();
    this.#changed();
  }

  clear() {
    this.#isCleared = true;
    this.#kept = [];
    this.#drawAll();
  }

  /** The ids of the calls beside one: the older, the newer. */
  beside(id) {
    const ids = this.#kept.map((row) => row.id);
    const at = ids.indexOf(id);
    return at < 0 ? [ids.findLast((each) => each < id), ids.find((each) => each > id)] : [ids[at - 1], ids[at + 1]];
  }

  #later() {
    if (this.#waiting) return;
    this.#waiting = true;
    const wait = this.#drawn + LEAST_MS - performance.now();
    const soon = () => requestAnimationFrame(() => this.#drawNew());
    if (wait > 0) setTimeout(soon, wait);
    else soon();
  }

  #drawNew() {
    this.#waiting = false;
    this.#drawn = performance.now();
    if (!this.#isPaused) {
      const rows = newest(this.#new, this.#fits);
      this.#new = [];
      if (rows.length > 0) this.#body.prepend(...rows.map((row) => rowOf(row, this.#world)));
      while (this.#body.rows.length > MOST_LINES) this.#body.lastElementChild.remove();
    }
    this.#changed();
  }

  #drawAll() {
    this.#held = 0;
    this.#draw(this.#kept);
  }

  #draw(rows) {
    this.#new = [];
    this.#body.replaceChildren(...newest(rows, this.#fits).map((row) => rowOf(row, this.#world)));
    this.#changed();
  }
}

/** The newest of some rows that fit, the newest first. */
function newest(rows, fits) {
  const found = [];
  for (let at = rows.length - 1; at >= 0 && found.length < MOST_LINES; at--) if (fits(rows[at])) found.push(rows[at]);
  return found;
}

const trimmed = (rows, most) => (rows.length > most ? rows.slice(-most) : rows);
