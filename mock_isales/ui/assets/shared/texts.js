// What the page says, in its language: the server has put it into the page.
const texts = JSON.parse(document.getElementById("texts").textContent);

export const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

const format = new Intl.NumberFormat(language);
const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A text; `{name}` in it becomes the value of that name. */
export function t(id, values = {}) {
  const text = texts[id];
  if (text === undefined) throw new Error(`no text ${id}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A text, or null where there is none of that id. */
export const known = (id) => (id in texts ? texts[id] : null);

export const number = (count) => format.format(count);

/** A number with one place behind the point. */
export const tenth = (value) => tenths.format(value);

/** `10:00:00.123` of a world's time, which is told in UTC. */
export const timeOf = (at) => at.slice(11, 23);

/** `2026-11-21 10:00:00` of it. */
export const dateOf = (at) => at.slice(0, 19).replace("T", " ");
