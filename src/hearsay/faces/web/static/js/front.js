// The front page in step: form, address, list, map and timeline always show the same choice.

import * as filters from "./filters.js";
import { dayOf } from "./days.js";
import { inBox, ofAnswer } from "./points.js";
import { showPicked } from "./picked.js";

/** @typedef {import("./points.js").Points} Points */

const SHAPING = ["from", "to", "box"]; // these are chosen on the map and the timeline, so they do not decide what these two hold

const form = /** @type {HTMLFormElement} */ (document.getElementById("filters"));
const said = document.querySelector("[data-said]");
const sights = { map: null, timeline: null, points: /** @type {Points | null} */ (null), of: /** @type {string | null} */ (null), marked: /** @type {string | null} */ (null) };
let asked = filters.ofAddress(location.search);
let waiting = new AbortController();

/** Takes over a choice: into the address, the form, and all that is shown. */
async function choose(wanted, { isNew = true } = {}) {
  if (wanted.toString() === asked.toString()) return;
  asked = wanted;
  const address = asked.toString() ? `?${asked}` : location.pathname;
  if (isNew) history.pushState(null, "", address);
  filters.intoForm(form, asked);
  fillArea();
  document.querySelector("[data-picked]").hidden = true;
  waiting.abort();
  waiting = new AbortController();
  await Promise.all([refreshList(waiting.signal), refreshSights(waiting.signal)]);
}

/** The list as the server makes it, so that there is one way to draw it. */
async function page(query, signal) {
  const answer = await fetch(`/?${query}`, { signal, headers: { Accept: "text/html" } });
  if (!answer.ok && answer.status !== 422) throw new Error(`The server answered ${answer.status}. Try again in a moment.`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function refreshList(signal) {
  const results = document.getElementById("results");
  results.classList.add("is-waiting");
  try {
    const fresh = await page(asked, signal);
    results.replaceWith(document.adoptNode(fresh.getElementById("results")));
    for (const kept of ["list-party", "list-voice"]) document.getElementById(kept).replaceWith(fresh.getElementById(kept));
    for (const name of ["type", "measure"]) document.getElementById(`by-${name}`).replaceChildren(...fresh.getElementById(`by-${name}`).children);
    filters.intoForm(form, asked);
    sayHowMany();
  } catch (fault) {
    results.classList.remove("is-waiting");
    if (fault.name !== "AbortError") say(fault.message);
  }
}

function sayHowMany() {
  say(document.getElementById("results-title").textContent);
}

/** Tells those who do not see the list change. */
function say(words) {
  said.textContent = words;
}

async function refreshSights(signal) {
  const query = filters.without(asked, ...SHAPING, "profile").toString();
  try {
    if (query !== sights.of) {
      const answer = await fetch(`/api/points?${query}`, { signal });
      if (!answer.ok) return;
      sights.points = ofAnswer(await answer.json());
      sights.of = query;
    }
    drawSights();
  } catch (fault) {
    if (fault.name !== "AbortError") say("The map and the timeline could not be brought up to date.");
  }
}

function drawSights() {
  if (!sights.points) return;
  const day = (name) => (asked.get(name) && Number.isFinite(dayOf(asked.get(name))) ? dayOf(asked.get(name)) : null);
  const [period, box] = [[day("from"), day("to")], filters.readBox(asked.get("box"))];
  sights.timeline?.show(sights.points, inBox(sights.points, box), period);
  sights.map?.show(sights.points, period, box);
}

/** The four fields of the area and the one that is sent are two spellings of it. */
const sides = [...form.querySelectorAll("[data-side]")];

function fillArea() {
  const box = filters.readBox(asked.get("box"));
  sides.forEach((field, place) => (field.value = box ? String(box[place]) : ""));
  if (box) form.querySelector(".more").open = true;
}

function readArea() {
  const values = sides.map((field) => field.value);
  if (values.every((value) => value !== "")) form.elements.namedItem("box").value = filters.writeBox(values.map(Number));
  else if (values.every((value) => value === "")) form.elements.namedItem("box").value = "";
}

function listen() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    readArea();
    choose(filters.ofForm(form));
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-side]")) readArea();
    choose(filters.ofForm(form));
  });
  addEventListener("popstate", () => choose(filters.ofAddress(location.search), { isNew: false }));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-filter-link], [data-clear], [data-onward]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (link.matches("[data-onward]")) more(link);
    else choose(filters.ofAddress(new URL(link.href).search));
  });
  for (const name of ["mouseover", "focusin"]) {
    document.getElementById("main").addEventListener(name, (event) => mark(event.target.closest("[data-event]")?.dataset.event ?? null));
  }
}

/** Points out on the map the event of the list that is pointed at. */
function mark(id) {
  if (id === sights.marked) return;
  sights.marked = id;
  sights.map?.mark(id);
}

/** The next events, below those that are there. */
async function more(link) {
  link.setAttribute("aria-disabled", "true");
  try {
    const fresh = await page(new URL(link.href).searchParams, waiting.signal);
    const items = [...fresh.querySelectorAll("[data-list] > li")];
    document.querySelector("[data-list]").append(...items);
    const onward = fresh.querySelector("[data-onward]");
    if (onward) link.replaceWith(onward);
    else link.remove();
    items[0]?.querySelector("a")?.focus();
    say(`${items.length} more events`);
  } catch (fault) {
    link.removeAttribute("aria-disabled");
    if (fault.name !== "AbortError") say(fault.message);
  }
}

/** Map and timeline come after the first paint: the list is there already. */
async function openSights() {
  form.querySelector("[data-area]").hidden = false;
  form.querySelector("[data-box]").hidden = true;
  fillArea();
  const section = document.querySelector("[data-where]");
  const { Timeline } = await import("./timeline.js");
  sights.timeline = await Timeline.open(document.querySelector("[data-timeline]"), (from, to) => choose(filters.withThese(asked, { from, to })));
  await refreshSights(waiting.signal);
  const { MapView } = await import("./map.js");
  try {
    sights.map = await MapView.open(section, {
      onBox: (box) => choose(filters.withThese(asked, { box: filters.writeBox(box) })),
      onPick: (which) => showPicked(section.querySelector("[data-picked]"), sights.points, which, asked),
    });
  } catch {
    section.querySelector("[data-map]").textContent = "The map could not be drawn here. The list and the fields of the area work without it.";
  }
  drawSights();
}

listen();
requestAnimationFrame(() => setTimeout(openSights));
