// Makes elements. Strings become text, never markup: nothing that a client has sent can be more than text.

/** An element with attributes, listeners (`onclick`), and children; null and false are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...there(children));
  return element;
}

/** Replaces what stands in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...there(children));
  return element;
}

export const byId = (id) => document.getElementById(id);

const there = (children) => children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false);
