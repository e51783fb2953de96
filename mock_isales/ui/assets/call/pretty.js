// Shows JSON line by line, each value as it was sent, with one place marked.
import { h } from "../shared/dom.js";

const TOKENS = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g;
const INDENT = "  ";

/**
 * The text of a body, laid out, as nodes; null if it is no JSON.
 *
 * @param {string} text The body as it was sent.
 * @param {string | null} place What is to be marked: `callDataList[0].called[0].calledNo`; null for nothing.
 * @param {(isExact: boolean) => Node} note Made behind the mark: whether the place itself is there, or what it is missing in.
 */
export function pretty(text, place, note) {
  try {
    const target = place === null ? null : nearestPlace(JSON.parse(text), place);
    if (place === null) JSON.parse(text);
    return new Layout(text.match(TOKENS) ?? [], target, target === place, note).nodes();
  } catch {
    return null;
  }
}

/** The place, or else the nearest one around it that is there. */
function nearestPlace(value, place) {
  let found = "";
  let here = value;
  for (const [step] of place.matchAll(/[^.[\]]+|\[\d+\]/g)) {
    const key = step.startsWith("[") ? Number(step.slice(1, -1)) : step;
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, key)) return found;
    here = here[key];
    found = placeOf(found, key);
  }
  return found;
}

const placeOf = (around, key) => (typeof key === "number" ? `${around}[${key}]` : around === "" ? key : `${around}.${key}`);

class Layout {
  #tokens;
  #at = 0;
  #target;
  #isExact;
  #note;
  #nodes = [];

  constructor(tokens, target, isExact, note) {
    this.#tokens = tokens;
    this.#target = target;
    this.#isExact = isExact;
    this.#note = note;
  }

  nodes() {
    this.#value("", "", []);
    return this.#nodes;
  }

  #next() {
    return this.#tokens[this.#at++];
  }

  /** Lays out a value; `before` stands in its line before it: its key. */
  #value(place, indent, before) {
    const token = this.#next();
    const isTarget = place === this.#target;
    this.#put(isTarget, [...before, h("span", { class: kindOf(token) }, token)]);
    if (token === "{" || token === "[") this.#inside(token === "{" ? "}" : "]", place, indent);
  }

  #inside(end, place, indent) {
    if (this.#tokens[this.#at] === end) {
      this.#nodes.push(this.#next());
      return;
    }
    for (let index = 0; ; index++) {
      this.#nodes.push(`\n${indent}${INDENT}`);
      if (end === "}") {
        const key = this.#next();
        this.#next(); // the colon
        this.#value(placeOf(place, JSON.parse(key)), indent + INDENT, [h("span", { class: "key" }, key), ": "]);
      } else {
        this.#value(placeOf(place, index), indent + INDENT, []);
      }
      const token = this.#next();
      if (token === end) {
        this.#nodes.push(`\n${indent}${token}`);
        return;
      }
      this.#nodes.push(token);
    }
  }

  #put(isTarget, parts) {
    if (isTarget) this.#nodes.push(h("mark", {}, ...parts), this.#note(this.#isExact));
    else this.#nodes.push(...parts);
  }
}

function kindOf(token) {
  if (token.startsWith('"')) return "string";
  return /^[{[]/.test(token) ? "bracket" : "literal";
}
