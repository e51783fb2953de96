// Dialogs: they close by their button, by Escape, and by a click beside them.
export function startDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
    if (dialog.classList.contains("sheet")) {
      dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    }
  }
}
