// How near a campaign is to its cap, and whether the pace lets a call through.
import { h } from "../shared/dom.js";
import { number, t, tenth } from "../shared/texts.js";

const NEARLY = 0.9;

/** How many the cap counts: records, or called numbers, as the reading has it. */
export const countedOf = (campaign, settings) => campaign[settings.cap_counts === "number" ? "incomplete_numbers" : "incomplete_records"];

/** A gauge from nothing to the cap. */
export function gauge(campaign, settings) {
  const count = countedOf(campaign, settings);
  const cap = settings.uncomplate_count ? settings.incomplete_max : null;
  const text = cap === null ? t("campaigns.uncapped", { n: number(count) }) : t("campaigns.of_cap", { n: number(count), cap: number(cap) });
  const label = h("p", { class: "gauge-text" }, h("span", {}, t("campaigns.incomplete")), h("strong", {}, text));
  if (cap === null) return label;
  const share = Math.min(count / cap, 1);
  const bar = h("span", { class: share >= NEARLY ? "bar-fill nearly" : "bar-fill" });
  bar.style.inlineSize = share === 0 ? "0" : `max(2px, ${share * 100}%)`;
  const track = h(
    "div",
    { class: "track", role: "meter", "aria-label": t("campaigns.incomplete"), "aria-valuemin": 0, "aria-valuemax": cap, "aria-valuenow": count, "aria-valuetext": text },
    bar,
  );
  return [label, track];
}

/** A lamp: green, if a call would not be too fast. */
export function paceLamp(campaign, settings, clock) {
  const left = leftOf(campaign, settings, clock);
  const isFree = left <= 0;
  const text = settings.pace_interval === 0 ? t("campaigns.pace_off") : isFree ? t("campaigns.pace_free") : t("campaigns.pace_wait", { n: tenth(left) });
  return h("span", { class: isFree ? "lamp free" : "lamp wait" }, h("span", { class: "dot", "aria-hidden": "true" }), `${t("campaigns.pace")}: ${text}`);
}

/** How many seconds the pace still asks for. */
function leftOf(campaign, settings, clock) {
  if (campaign.last_call === null || settings.pace_interval === 0) return 0;
  return settings.pace_interval - (Date.parse(clock.now) - Date.parse(campaign.last_call)) / 1000;
}
