// The view of the campaigns: a card for each, and the blocklist of each VDN.
import { get, of } from "../shared/api.js";
import { byId, fill, h } from "../shared/dom.js";
import { trying } from "../shared/messages.js";
import { Polling } from "../shared/polling.js";
import { address, route } from "../shared/route.js";
import { number, t } from "../shared/texts.js";
import { addBlocked, changeState, placeOf, removeBlocked, reset, STATES } from "./changes.js";
import { gauge, paceLamp } from "./gauge.js";
import { adding, chips } from "./numbers.js";

const polling = new Polling(draw);
let shown = "";

/** Looks at once: something was changed. */
export const lookAtCampaigns = () => polling.now();

/** What is needed to show campaigns: settings as they count here, and the clock. */
export async function termsOf(world) {
  const [settings, readings, clock] = await Promise.all(["settings", "readings", "clock"].map((each) => get(of(world, each))));
  return { settings: { ...settings, cap_counts: readings.cap_counts }, clock };
}

/** Gives what shows where one is. */
export function startCampaigns() {
  for (const button of document.querySelectorAll("[data-reset]")) {
    button.onclick = () => doing(() => reset(route().world, button.dataset.reset));
  }
  return (place) => {
    if (place.view === "campaigns") polling.now();
    else polling.stop();
  };
}

const doing = async (work) => (await trying(work)) && polling.now();

async function draw() {
  const { world } = route();
  const [{ campaigns }, terms] = await Promise.all([get(of(world, "campaigns")), termsOf(world)]);
  const vdns = [...new Set(campaigns.map((each) => each.vdn))];
  const lists = await Promise.all(vdns.map((vdn) => get(of(world, "blocklist", vdn))));
  if (route().world !== world) return;
  byId("campaigns-none").hidden = campaigns.length > 0;
  drawCards(world, campaigns, terms);
  drawBlocklists(world, vdns, lists);
}

/** Cards that are there already are changed where they differ, so that nobody loses the place where they are. */
function drawCards(world, campaigns, terms) {
  const key = [world, ...campaigns.map(placeOf)].join(" ");
  if (key !== shown) fill(byId("campaigns"), campaigns.map((each) => card(world, each)));
  shown = key;
  [...byId("campaigns").children].forEach((element, at) => update(element, campaigns[at], terms));
}

function card(world, campaign) {
  const id = `campaign-${campaign.vdn}-${campaign.id}`;
  const select = h(
    "select",
    { onchange: (event) => doing(() => changeState(world, campaign, event.target.value)) },
    STATES.map((state) => h("option", { value: state }, t(`campaigns.state_${state}`))),
  );
  return h(
    "article",
    { class: "card", "aria-labelledby": id },
    h("h2", { id }),
    h("p", { class: "muted" }, t("campaigns.place", campaign)),
    h("label", { class: "state-of" }, t("campaigns.state"), select),
    h("div", { class: "gauge" }),
    h("div", { class: "stats" }),
    h(
      "a",
      { class: "button", href: address(world, "campaigns", campaign.vdn, campaign.id), "aria-label": t("campaigns.open_named", { campaign: placeOf(campaign) }) },
      t("campaigns.open"),
    ),
  );
}

function update(element, campaign, { settings, clock }) {
  element.dataset.state = campaign.state;
  element.querySelector("h2").textContent = nameOf(campaign);
  const select = element.querySelector("select");
  if (document.activeElement !== select) select.value = campaign.state;
  fill(element.querySelector(".gauge"), gauge(campaign, settings));
  fill(
    element.querySelector(".stats"),
    paceLamp(campaign, settings, clock),
    h("span", {}, `${t("campaigns.calling")}: ${number(campaign.calling_numbers.length)}`),
    h("span", {}, `${t("campaigns.numbers")}: ${number(campaign.incomplete_numbers)}`),
  );
}

export const nameOf = (campaign) => campaign.name || t("campaigns.unnamed", { id: campaign.id });

function drawBlocklists(world, vdns, lists) {
  const root = byId("blocklists");
  const key = [world, ...vdns].join(" ");
  if (root.dataset.key !== key) fill(root, vdns.map((vdn) => blocklist(world, vdn)));
  root.dataset.key = key;
  lists.forEach(({ numbers }, at) => {
    const holder = root.children[at].querySelector(".numbers");
    const told = numbers.join(" ");
    if (holder.dataset.told === told) return;
    holder.dataset.told = told;
    fill(holder, chips(numbers.map((number) => ({ number })), (number) => doing(() => removeBlocked(world, vdns[at], number))));
  });
}

function blocklist(world, vdn) {
  const id = `blocklist-${vdn}`;
  const submit = ({ value }) =>
    doing(async () => {
      await addBlocked(world, vdn, value.value.trim());
      value.value = "";
    });
  return h(
    "section",
    { class: "panel", "aria-labelledby": id },
    h("h2", { id }, t("campaigns.blocklist", { vdn })),
    h("div", { class: "numbers" }),
    adding(t("campaigns.blocklist_add", { vdn }), t("campaigns.add"), submit),
  );
}
