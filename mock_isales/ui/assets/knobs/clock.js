// The clock of the world.
import { of, send } from "../shared/api.js";
import { lookAtClock, watchClock } from "../shared/clock.js";
import { byId } from "../shared/dom.js";
import { say } from "../shared/messages.js";
import { route } from "../shared/route.js";
import { dateOf, number, t } from "../shared/texts.js";

const MODES = { freeze: { mode: "frozen" }, real: { mode: "real" } };

export function startClock(doing) {
  watchClock((clock) => {
    byId("knob-now").textContent = clock === null ? "" : `${dateOf(clock.now)} UTC`;
    byId("knob-mode").textContent = clock === null ? "" : modeOf(clock);
  });
  for (const button of document.querySelectorAll("[data-clock]")) {
    button.onclick = () => doing(() => set(button.dataset.clock));
  }
}

async function set(how) {
  const address = of(route().world, "clock");
  const clock = how in MODES ? await send("PUT", address, MODES[how]) : await send("POST", `${address}/advance`, { seconds: Number(how) });
  say(t("knobs.clock_says", { mode: `${modeOf(clock)}, ${dateOf(clock.now)}` }));
  lookAtClock();
}

function modeOf(clock) {
  switch (clock.mode) {
    case "offset":
      return t("knobs.clock_offset", { n: number(clock.offset) });
    case "manual":
      return t("knobs.clock_manual", { n: number(clock.step) });
    case "frozen":
      return t("knobs.clock_frozen");
    default:
      return t("knobs.clock_real");
  }
}
