// The review page at the keyboard: J and K move, Enter confirms, R corrects, S strikes, N makes a record of selected text, Z undoes.
// Every key presses a button or link that is on the page, so that the page does the same without this script.
const split = document.querySelector("[data-review]");
if (split) start(split);

function start(split) {
  const panel = document.getElementById("poster");
  const lines = split.querySelector(".lines");
  let current = null;
  let lit = [];

  const cards = () => [...panel.querySelectorAll("[data-card]")].filter((card) => !card.closest("details:not([open])"));
  const keysOf = (card) => card.dataset.keys?.trim().split(/\s+/).filter(Boolean) ?? [];
  const lineOf = new Map();
  for (const line of lines.querySelectorAll("[data-p]")) {
    for (const key of line.dataset.p.split(" ")) lineOf.set(key, [...(lineOf.get(key) ?? []), line]);
  }
  const linesOf = (card) => keysOf(card).flatMap((key) => lineOf.get(key) ?? []);

  function light(card) {
    for (const one of lit) one.classList.remove("on");
    lit = card ? linesOf(card) : [];
    for (const one of lit) one.classList.add("on");
  }

  function choose(card, { focus = true, scroll = true } = {}) {
    current?.removeAttribute("aria-current");
    current = card;
    if (!card) return light(null);
    card.setAttribute("aria-current", "true");
    light(card);
    if (focus) card.focus({ preventScroll: true });
    if (scroll) {
      card.scrollIntoView({ block: "nearest" });
      lit[0]?.scrollIntoView({ block: "nearest" });
    }
  }

  function move(step) {
    const all = cards();
    const at = all.indexOf(current);
    choose(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]);
  }

  // ---- acts: posted as the forms would, and only the right-hand side is drawn anew ----

  function place(card) {
    const all = cards();
    return card ? { id: card.id, at: all.indexOf(card) } : null;
  }

  function redraw(html, was) {
    panel.innerHTML = html;
    current = null;
    lit = [];
    const all = cards();
    const unsure = all.find((card) => card.querySelector("[data-confirm]") && !card.classList.contains("struck"));
    choose((was && document.getElementById(was.id)) || (was && all[Math.min(was.at, all.length - 1)]) || unsure || null);
  }

  // An act on one record draws its card anew; the others of a long document stay as they are.
  function replace(card, html, was) {
    card.outerHTML = html;
    panel.querySelector(".undo")?.removeAttribute("hidden");
    current = null;
    choose(document.getElementById(was?.id ?? card.id));
  }

  async function post(form, button, was) {
    const body = new FormData(form);
    if (button?.name) body.append(button.name, button.value);
    const card = button?.matches("[data-confirm], [data-dismiss]") ? button.closest("[data-card]") : null;
    const alone = card && !card.closest("details") ? card : null;
    panel.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": alone ? "kort" : "poster" } });
      const html = await answer.text();
      const drawn = new URL(answer.url).searchParams.get("del");
      if (answer.ok && drawn === "kort") replace(alone, html, was);
      else if (answer.ok && drawn === "poster") redraw(html, was);
      else if (answer.ok) location.assign(answer.url);
      else if (answer.status === 422) showErrors(html, was);
      else form.submit();
    } finally {
      panel.removeAttribute("aria-busy");
    }
  }

  function showErrors(html, was) {
    const page = new DOMParser().parseFromString(html, "text/html").getElementById("poster");
    if (!page) return;
    redraw(page.innerHTML, was);
    panel.querySelector("[aria-invalid=true]")?.focus();
  }

  // After a confirmed record the next one that is unsure is at hand.
  function following(card) {
    const all = cards();
    const at = all.indexOf(card);
    const unsure = (one) => one !== card && one.querySelector(".tag");
    return place(all.slice(at + 1).find(unsure) ?? all.find(unsure) ?? card);
  }

  split.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id !== "act" && !form.hasAttribute("data-form")) return;
    event.preventDefault();
    const card = (event.submitter ?? form).closest("[data-card]");
    const next = event.submitter?.hasAttribute("data-confirm") ? following(card) : place(card);
    post(form, event.submitter, next);
  });

  async function open(link) {
    const card = link.closest("[data-card]");
    const address = new URL(link.href);
    address.searchParams.set("del", "poster");
    const answer = await fetch(address);
    if (!answer.ok) return location.assign(link.href);
    redraw(await answer.text(), place(card));
    panel.querySelector("form[data-form] :is(textarea, input:not([type=hidden]), select)")?.focus();
  }

  split.addEventListener("click", (event) => {
    const link = event.target.closest("[data-correct], [data-cancel], [data-new]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (link.hasAttribute("data-new")) return make(Number(link.dataset.new));
      return open(link);
    }
    const card = event.target.closest("[data-card]");
    if (card) choose(card, { focus: false, scroll: false });
  });

  // ---- a new record of selected lines ----

  const numberOf = (node) => Number((node?.nodeType === 1 ? node : node?.parentElement)?.closest(".lines li")?.id.slice(1));

  function make(first, last = first, words = "") {
    const box = document.getElementById("ny");
    if (!box) return;
    box.open = true;
    const form = box.querySelector("form");
    form.elements.first.value = first || 1;
    form.elements.last.value = last || first || 1;
    form.elements.text.value = words;
    box.scrollIntoView({ block: "nearest" });
    form.elements.kind.focus();
  }

  function fromSelection() {
    const selection = getSelection();
    const ends = [numberOf(selection.anchorNode), numberOf(selection.focusNode)].filter(Boolean).sort((a, b) => a - b);
    const words = ends.length ? selection.toString().replace(/\s+/g, " ").trim() : "";
    const line = Number(lit[0]?.id.slice(1));
    make(ends[0] ?? line, ends[1] ?? line, words);
  }

  // ---- light the other side ----

  panel.addEventListener("pointerover", (event) => light(event.target.closest("[data-card]") ?? current));
  panel.addEventListener("pointerleave", () => light(current));
  panel.addEventListener("focusin", (event) => {
    const card = event.target.closest("[data-card]");
    if (card && card !== current) choose(card, { focus: false, scroll: false });
  });
  lines.addEventListener("pointerover", (event) => {
    const keys = event.target.closest("[data-p]")?.dataset.p.split(" ") ?? [];
    for (const card of panel.querySelectorAll(".lit")) card.classList.remove("lit");
    for (const card of cards()) if (keysOf(card).some((key) => keys.includes(key))) card.classList.add("lit");
  });
  lines.addEventListener("click", (event) => {
    const link = event.target.closest("b a");
    if (!link) return;
    const card = document.getElementById(link.hash.slice(1));
    if (!card) return;
    event.preventDefault();
    const group = card.closest("details");
    if (group) group.open = true;
    choose(card);
  });

  // ---- keys, which can be turned off ----

  const bar = document.querySelector("[data-keys][hidden]");
  const box = bar?.querySelector("input");
  if (bar) {
    bar.hidden = false;
    box.checked = localStorage.getItem("kortkommandon") !== "av";
    const shown = () => bar.closest(".keys").classList.toggle("off", !box.checked);
    shown();
    box.addEventListener("change", () => {
      localStorage.setItem("kortkommandon", box.checked ? "på" : "av");
      shown();
    });
  }

  const press = (selector) => current?.querySelector(selector)?.click();
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    r: () => press(":scope > div > .btns > [data-correct]"),
    s: () => press(":scope > div > .btns > [data-dismiss]"),
    n: fromSelection,
    z: () => panel.querySelector("[data-undo]")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (box && !box.checked)) return;
    const field = event.target.closest("input, textarea, select");
    if (field) {
      if (event.key === "Escape") field.closest("form")?.querySelector("[data-cancel]")?.click();
      return;
    }
    if (event.key === "Enter" && event.target === current) {
      event.preventDefault();
      return press(":scope > div > .btns > [data-confirm]");
    }
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const asked = location.hash.startsWith("#p-") && document.getElementById(location.hash.slice(1));
  const first = asked || panel.querySelector("[data-card]:has(> div .tag)");
  if (first) choose(first, { focus: Boolean(asked), scroll: Boolean(asked) });
}
