// Runs before anything is painted, so that the chosen colours do not come a moment late.
try {
  const chosen = localStorage.getItem("mock-isales-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // a browser that keeps nothing has the colours of its system
}
