// Readings with the reason for each, and the settings that demonstrations turn most.
import { get, of, send } from "../shared/api.js";
import { contract } from "../shared/contract.js";
import { byId, fill, h } from "../shared/dom.js";
import { say } from "../shared/messages.js";
import { route } from "../shared/route.js";
import { t } from "../shared/texts.js";

export function startTerms(doing) {
  for (const form of document.querySelectorAll("[data-setting]")) {
    form.onsubmit = (event) => {
      event.preventDefault();
      doing(() => change("settings", form.dataset.setting, Number(form.elements.value.value)));
    };
  }
  byId("readings").onchange = (event) => doing(() => change("readings", event.target.name, event.target.value));
}

async function change(part, name, value) {
  await send("PATCH", of(route().world, part), { [name]: value });
  say(t(part === "readings" ? "knobs.reading_changed" : "knobs.setting_changed", { name, value }));
}

/** Shows what is in force in a world. */
export async function drawTerms(world) {
  const [settings, readings, told] = await Promise.all([get(of(world, "settings")), get(of(world, "readings")), contract()]);
  for (const form of document.querySelectorAll("[data-setting]")) {
    const input = form.elements.value;
    if (document.activeElement !== input) input.value = settings[form.dataset.setting];
  }
  const root = byId("readings");
  if (root.children.length === 0) fill(root, told.readings.map(readingOf));
  told.readings.forEach((reading, at) => {
    const value = readings[reading.name];
    const element = root.children[at];
    const select = element.querySelector("select");
    if (document.activeElement !== select || element.dataset.value === undefined) select.value = value;
    element.dataset.value = value;
    element.classList.toggle("differs", value !== reading.default);
    element.querySelector(".differing").hidden = value === reading.default;
  });
}

function readingOf(reading) {
  const why = `why-${reading.name}`;
  const options = reading.values.map((value) => h("option", { value }, value === reading.default ? t("knobs.reading_default", { value }) : value));
  return h(
    "div",
    { class: "reading" },
    h("label", {}, h("code", {}, reading.name), h("select", { name: reading.name, "aria-describedby": why }, options)),
    h("div", { id: why }, h("p", {}, reading.decides), h("p", { class: "muted" }, t("knobs.reading_why"), " ", reading.why)),
    h("span", { class: "differing", hidden: true }, t("knobs.reading_differs")),
  );
}
