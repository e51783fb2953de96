// What the page changes of a campaign. Each is a call under /_mock, which a script can make just so.
import { of, send } from "../shared/api.js";
import { confirmed } from "../shared/confirming.js";
import { say } from "../shared/messages.js";
import { number, t } from "../shared/texts.js";
import { countedOf } from "./gauge.js";

export const STATES = ["draft", "running", "paused", "completed"];

const addressOf = (world, campaign, ...parts) => of(world, "campaigns", campaign.vdn, campaign.id, ...parts);

export const placeOf = (campaign) => `${campaign.vdn}/${campaign.id}`;

export async function changeState(world, campaign, state) {
  await send("PATCH", addressOf(world, campaign), { state });
  say(t("campaigns.state_changed", { campaign: placeOf(campaign), state: t(`campaigns.state_${state}`) }));
}

/** Makes so many records be simply there that there is room for just `below` more. */
export async function fillTo(world, campaign, settings, below) {
  const wanted = settings.incomplete_max - below;
  const added = countedOf(campaign, settings) - campaign.pending;
  if (wanted < added) throw new Error(t("campaigns.too_many_added"));
  const changed = await send("PATCH", addressOf(world, campaign), { pending: wanted - added });
  say(t("campaigns.filled", { campaign: placeOf(campaign), n: number(changed.incomplete_records) }));
}

export async function complete(world, campaign, count) {
  const { completed } = await send("POST", addressOf(world, campaign, "complete"), { count });
  say(t("campaigns.completed", { n: number(completed) }));
}

export async function forgetPace(world, campaign) {
  await send("PATCH", addressOf(world, campaign), { last_call: null });
  say(t("campaigns.pace_forgotten"));
}

export async function addCalling(world, campaign, number, priority) {
  const others = campaign.calling_numbers.filter((each) => each.access_code !== number);
  await send("PATCH", addressOf(world, campaign), { calling_numbers: [...others, { access_code: number, priority }] });
  say(t("campaigns.added", { number }));
}

export async function removeCalling(world, campaign, number) {
  const others = campaign.calling_numbers.filter((each) => each.access_code !== number);
  await send("PATCH", addressOf(world, campaign), { calling_numbers: others });
  say(t("campaigns.removed", { number }));
}

export async function addBlocked(world, vdn, number) {
  await send("POST", of(world, "blocklist", vdn), { numbers: [number] });
  say(t("campaigns.added", { number }));
}

export async function removeBlocked(world, vdn, number) {
  await send("DELETE", of(world, "blocklist", vdn), { numbers: [number] });
  say(t("campaigns.removed", { number }));
}

/** Brings a part of the world back to its seed, if that is meant. */
export async function reset(world, part) {
  const name = t(`campaigns.reset_${part}`);
  if (!(await confirmed(t("campaigns.ask_reset", { part: name }), t(`campaigns.why_${part}`), t("campaigns.do_reset")))) return;
  await send("POST", of(world, "reset"), { only: [part] });
  say(t("campaigns.reset_done", { part: name }));
}
