// Light, dark, or as the system has it.
import { byId } from "./dom.js";
import { t } from "./texts.js";

const KEY = "mock-isales-theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const SIGNS = { auto: "◐", light: "☀", dark: "☾" };
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const watchers = new Set();

/** `light` or `dark`, as it is now. */
export const theme = () => root.dataset.theme ?? (system.matches ? "dark" : "light");

/** Tells when the colours have changed. */
export const onTheme = (watcher) => watchers.add(watcher);

export function startTheme() {
  const button = byId("theme");
  const show = () => {
    const chosen = root.dataset.theme ?? "auto";
    button.textContent = SIGNS[chosen];
    const name = { auto: t("shell.theme_auto"), light: t("shell.theme_light"), dark: t("shell.theme_dark") }[chosen];
    button.setAttribute("aria-label", name);
    button.title = name;
    watchers.forEach((watcher) => watcher());
  };
  button.onclick = () => {
    choose(NEXT[root.dataset.theme ?? "auto"]);
    show();
  };
  system.addEventListener("change", show);
  show();
}

function choose(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // then it holds until the page is loaded again
  }
}
