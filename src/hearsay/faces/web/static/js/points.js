// The events as points in space and time: what the map and the timeline share.

import { dayOf } from "./days.js";

/** @typedef {import("./filters.js").Box} Box */
/**
 * All matching events in columns; unknown is null.
 * @typedef {{id: string[], lat: (number|null)[], lon: (number|null)[], from: (number|null)[], to: (number|null)[], killed: (number|null)[],
 *   place: (string|null)[], contested: boolean[], size: number}} Points days are counted from 1970
 */

/**
 * @param {{id: string[], lat: (number|null)[], lon: (number|null)[], first: (string|null)[], last: (string|null)[],
 *   place: (string|null)[], best_killed: (number|null)[], contested: boolean[]}} told
 * @returns {Points}
 */
export function ofAnswer(told) {
  const days = (column) => column.map((day) => (day === null ? null : dayOf(day)));
  return {
    id: told.id, lat: told.lat, lon: told.lon, from: days(told.first), to: days(told.last), killed: told.best_killed, place: told.place, contested: told.contested,
    size: told.id.length,
  };
}

/**
 * The numbers of those points that have a place, and whose days overlap a period.
 * @param {Points} points
 * @param {[from: number | null, to: number | null]} period both days included; null is open
 */
export function inPeriod(points, [from, to]) {
  return numbers(points, (index) => points.lat[index] !== null && points.lon[index] !== null && overlaps(points, index, from, to));
}

/**
 * The numbers of those points that have a day, and lie in an area.
 * @param {Points} points
 * @param {Box | null} box null is everywhere
 */
export function inBox(points, box) {
  return numbers(points, (index) => points.from[index] !== null && (box === null || within(box, points.lon[index], points.lat[index])));
}

function numbers(points, isWanted) {
  const found = [];
  for (let index = 0; index < points.size; index += 1) if (isWanted(index)) found.push(index);
  return found;
}

function overlaps(points, index, from, to) {
  if (from === null && to === null) return true;
  const first = points.from[index];
  if (first === null) return false;
  return (to === null || first <= to) && (from === null || (points.to[index] ?? first) >= from);
}

/** An area whose west is beyond its east reaches over the 180th meridian. */
function within([west, south, east, north], lon, lat) {
  if (lon === null || lat === null || lat < south || lat > north) return false;
  return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}

/**
 * The area that holds points, with a margin; null if there are none.
 * @param {Points} points
 * @param {number[]} which
 * @returns {Box | null}
 */
export function around(points, which) {
  if (which.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const index of which) {
    west = Math.min(west, points.lon[index]);
    east = Math.max(east, points.lon[index]);
    south = Math.min(south, points.lat[index]);
    north = Math.max(north, points.lat[index]);
  }
  const margin = Math.max(0.35, (east - west) * 0.08, (north - south) * 0.08);
  return [Math.max(-180, west - margin), Math.max(-85, south - margin), Math.min(180, east + margin), Math.min(85, north + margin)];
}
