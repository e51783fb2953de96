// Looks again and again at what a view shows, while it is shown: a tenth of the time, but every few seconds.
import { complain } from "./messages.js";

const LEAST_MS = 1000;
const MOST_MS = 5000; // a server that is just starting is slow but once

/** Does work now, and again after a while, until it is stopped. */
export class Polling {
  #work;
  #timer = 0;
  #round = 0;

  constructor(work) {
    this.#work = work;
  }

  /** Begins, or does it at once if it has begun. */
  async now() {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const begin = performance.now();
    if (!document.hidden) await this.#work().catch(told);
    const wait = Math.min(Math.max(LEAST_MS, (performance.now() - begin) * 10), MOST_MS);
    if (round === this.#round) this.#timer = setTimeout(() => this.now(), wait);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#round++;
  }
}

/** The head of the page tells that the server, or the world, is not there. */
function told(error) {
  if (error.status !== 0 && error.status !== 404) complain(error);
}
