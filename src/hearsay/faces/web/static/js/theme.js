// Light or dark: as the system says, unless the reader has chosen. Runs before the first paint, so that nothing flashes; the choice is the only thing
// that is stored, and only in this browser.
(() => {
  const root = document.documentElement;
  const kept = (() => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is switched off
    }
  })();
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  root.classList.add("js");

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-switch-theme]");
    if (!button) return;
    const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const say = () => button.setAttribute("aria-pressed", String(isDark()));
    say();
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // it holds until the page is left
      }
      say();
      document.dispatchEvent(new Event("themechange"));
    });
  });
})();
