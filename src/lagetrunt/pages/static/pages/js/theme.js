// The theme is remembered in this browser and set before the page is drawn, so that nothing flashes.
"use strict";
const root = document.documentElement;
const apply = (choice) => (choice === "light" || choice === "dark" ? (root.dataset.theme = choice) : delete root.dataset.theme);
let remembered = null;
try { remembered = localStorage.getItem("theme"); } catch { /* storage may be closed; the computer's own theme then holds */ }
apply(remembered);
document.addEventListener("DOMContentLoaded", () => {
  for (const radio of document.querySelectorAll("input[name=theme]")) {
    radio.checked = radio.value === (root.dataset.theme || "auto");
    radio.addEventListener("change", () => {
      apply(radio.value);
      try { localStorage.setItem("theme", radio.value); } catch { /* as above */ }
    });
  }
  document.querySelector("[data-theme-choice]")?.removeAttribute("hidden");
  for (const box of document.querySelectorAll("[data-end]")) box.scrollLeft = box.scrollWidth; // the newest columns first
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.querySelector("form[role=search] input")?.focus();
    }
  });
});
