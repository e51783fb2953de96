// An opened campaign: what it holds, and what can be done to it.
import { get, of } from "../shared/api.js";
import { byId, fill, h } from "../shared/dom.js";
import { trying } from "../shared/messages.js";
import { Polling } from "../shared/polling.js";
import { go, route } from "../shared/route.js";
import { onTheme } from "../shared/theme.js";
import { t } from "../shared/texts.js";
import { addCalling, complete, fillTo, forgetPace, placeOf, removeCalling } from "./changes.js";
import { gauge, paceLamp } from "./gauge.js";
import { adding, chips, panel } from "./numbers.js";
import { drawRecords, redrawCharts } from "./records.js";
import { lookAtCampaigns, nameOf, termsOf } from "./view.js";

const polling = new Polling(draw);
let current = null; // the campaign as it was last seen
let terms = null;

/** Gives what opens the campaign that the address names, and closes it where it names none. */
export function startCampaign() {
  const dialog = byId("campaign");
  dialog.addEventListener("close", () => {
    polling.stop();
    const place = route();
    if (place.view === "campaigns" && place.opened.length > 0) go(place.world, "campaigns");
  });
  onTheme(() => dialog.open && redrawCharts());
  return (place) => {
    if (place.view !== "campaigns" || place.opened.length < 2) {
      dialog.close();
      return;
    }
    current = null;
    byId("campaign-title").textContent = place.opened.join("/");
    fill(byId("campaign-body")); // what stands there is of another one
    if (!dialog.open) dialog.showModal();
    trying(async () => {
      await look(place);
      build(place);
      polling.now();
    });
  };
}

async function look(place) {
  [current, terms] = await Promise.all([get(of(place.world, "campaigns", ...place.opened)), termsOf(place.world)]);
}

const doing = async (work) => {
  if (await trying(work)) {
    await polling.now();
    lookAtCampaigns();
  }
};

function build({ world }) {
  byId("campaign-title").textContent = `${nameOf(current)} · ${placeOf(current)}`;
  fill(
    byId("campaign-body"),
    h("div", { class: "gauge", id: "campaign-gauge" }),
    h("div", { class: "stats" }, h("span", { id: "campaign-pace" }), h("button", { type: "button", onclick: () => doing(() => forgetPace(world, current)) }, t("campaigns.forget_pace"))),
    h("div", { class: "panels" }, roomPanel(world), callingPanel(world)),
    h("div", { class: "panels", id: "campaign-records" }),
  );
}

function roomPanel(world) {
  const count = (value) => Number(value.value);
  const fillForm = adding(t("campaigns.below"), t("campaigns.fill"), ({ value }) => doing(() => fillTo(world, current, terms.settings, count(value))));
  const completeForm = adding(t("campaigns.complete_count"), t("campaigns.complete"), ({ value }) => doing(() => complete(world, current, count(value))));
  for (const form of [fillForm, completeForm]) Object.assign(form.elements.value, { type: "number", min: 0, step: 1, value: 10 });
  return panel(t("campaigns.room"), "campaign-room", fillForm, completeForm);
}

function callingPanel(world) {
  const priority = h("input", { type: "number", name: "priority", min: 1, max: 5, step: 1, value: 1, required: true });
  const form = adding(
    t("campaigns.number"),
    t("campaigns.add"),
    (elements) =>
      doing(async () => {
        await addCalling(world, current, elements.value.value.trim(), Number(elements.priority.value));
        elements.value.value = "";
      }),
    h("label", {}, t("campaigns.priority"), priority),
  );
  return panel(t("campaigns.calling"), "campaign-calling", h("div", { class: "numbers", id: "campaign-numbers" }), form);
}

async function draw() {
  const place = route();
  if (place.view !== "campaigns" || place.opened.length < 2) return;
  await look(place);
  fill(byId("campaign-gauge"), gauge(current, terms.settings));
  fill(byId("campaign-pace"), paceLamp(current, terms.settings, terms.clock));
  drawNumbers(place.world);
  await drawRecords(place.world, current);
}

function drawNumbers(world) {
  const numbers = current.calling_numbers.map((each) => ({ number: each.access_code, told: `${each.access_code} · ${each.priority}` }));
  const holder = byId("campaign-numbers");
  const told = JSON.stringify(numbers);
  if (holder.dataset.told === told) return;
  holder.dataset.told = told;
  fill(holder, chips(numbers, (number) => doing(() => removeCalling(world, current, number))));
}
