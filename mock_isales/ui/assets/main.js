// Starts the page: what stands around its views, then the view that the address names.
import { startCalls } from "./calls/view.js";
import { startCall } from "./call/view.js";
import { startCampaigns } from "./campaigns/view.js";
import { startCampaign } from "./campaigns/campaign.js";
import { startContract } from "./contract/view.js";
import { startKnobs } from "./knobs/view.js";
import { startDialogs } from "./shared/dialogs.js";
import { byId } from "./shared/dom.js";
import { route } from "./shared/route.js";
import { startTheme } from "./shared/theme.js";
import { startHead } from "./head.js";

startTheme();
startDialogs();
byId("skip").onclick = (event) => {
  event.preventDefault(); // what stands behind the # is where one is
  byId("content").focus();
};

const parts = [startHead(), startCalls(), startCall(), startCampaigns(), startCampaign(), startKnobs(), startContract()];
const follow = () => {
  const place = route();
  for (const part of parts) part(place);
};
addEventListener("hashchange", follow);
follow();
