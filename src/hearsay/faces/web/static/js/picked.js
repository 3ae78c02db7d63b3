// The events that were picked on the map, in words.

import * as filters from "./filters.js";

const SHOWN = 8;
const NEAR = 0.0005; // degrees round a place: what lies there, and nothing else

/**
 * @param {HTMLElement} panel
 * @param {import("./points.js").Points} points
 * @param {number[]} which
 * @param {URLSearchParams} asked
 */
export async function showPicked(panel, points, which, asked) {
  const edge = (choose, column, by) => choose(...which.map((index) => column[index])) + by;
  const box = [edge(Math.min, points.lon, -NEAR), edge(Math.min, points.lat, -NEAR), edge(Math.max, points.lon, NEAR), edge(Math.max, points.lat, NEAR)];
  const here = filters.withThese(asked, { box: filters.writeBox(box) });
  const answer = await fetch(`/api/events?${here}&limit=${SHOWN}`);
  if (!answer.ok) return;
  const { events, total } = await answer.json();
  const list = document.createElement("ul");
  list.append(...events.map(item));
  const rest = link(`/?${here}`, total > SHOWN ? `List all ${total} events here` : "List only these");
  rest.dataset.filterLink = "";
  panel.replaceChildren(list, rest);
  panel.hidden = false;
  panel.tabIndex = -1;
  panel.focus({ preventScroll: true });
}

function item(event) {
  const line = document.createElement("li");
  const where = event.place ? ` in ${event.place}` : "";
  const contested = event.contradictions ? ` · contested (${event.contradictions})` : "";
  const days = event.first === event.last ? (event.first ?? "day unknown") : `${event.first} to ${event.last}`;
  line.append(link(`/events/${encodeURIComponent(event.id)}`, `${event.what.replaceAll("_", " ")}${where}`), ` ${days} · ${event.claims} claims${contested}`);
  return line;
}

function link(href, words) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = words;
  return made;
}
