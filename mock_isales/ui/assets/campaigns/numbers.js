// What panels are made of: numbers as chips that can be taken away, and a form that adds one.
import { h } from "../shared/dom.js";
import { t } from "../shared/texts.js";

/** A list of numbers, each `{number, told}`, with a button that removes it. */
export function chips(numbers, remove) {
  if (numbers.length === 0) return h("p", { class: "muted" }, t("campaigns.no_calling"));
  return h(
    "ul",
    { class: "chips" },
    numbers.map(({ number, told }) =>
      h(
        "li",
        {},
        h("span", {}, told ?? number),
        h("button", { type: "button", "aria-label": t("campaigns.remove_named", { number }), onclick: () => remove(number) }, "×"),
      ),
    ),
  );
}

/** A form with one field, and perhaps others, which does something with what was put in. */
export function adding(label, button, submit, ...others) {
  const form = h(
    "form",
    { class: "bar" },
    h("label", { class: "grow" }, label, h("input", { name: "value", required: true, autocomplete: "off", spellcheck: "false" })),
    others,
    h("button", {}, button),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    submit(form.elements);
  };
  return form;
}

/** A part of what is opened, with its title. */
export const panel = (title, id, ...content) => h("section", { class: "panel", "aria-labelledby": id }, h("h3", { id }, title), content);
