// Days, counted from 1 January 1970 (UTC), and how they are put together for the timeline.

const DAY = 86_400_000; // milliseconds

/** @param {string} written YYYY-MM-DD */
export const dayOf = (written) => Math.floor(Date.parse(`${written}T00:00:00Z`) / DAY);

/** @param {number} day */
export const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @param {number} day */
export const seconds = (day) => day * 86_400;

/** @typedef {{name: string, start: (day: number) => number, next: (day: number) => number}} Step */

/** @type {Step[]} from the finest to the coarsest */
const STEPS = [
  { name: "day", start: (day) => day, next: (day) => day + 1 },
  { name: "week", start: (day) => day - ((day + 3) % 7), next: (day) => day + 7 }, // day 0 was a Thursday; weeks begin on Monday
  { name: "month", start: (day) => first(day, 0, false), next: (day) => first(day, 1, false) },
  { name: "year", start: (day) => first(day, 0, true), next: (day) => first(day, 1, true) },
];

/** The first day of the month or year that a day is in, or of the one after it. */
function first(day, ahead, ofYear) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return Math.floor((ofYear ? Date.UTC(year + ahead, 0) : Date.UTC(year, month + ahead)) / DAY);
}

/**
 * The finest step that cuts the days from first to last into no more than so many parts.
 * @param {number} from
 * @param {number} to
 * @param {number} most
 * @returns {Step}
 */
export function stepFor(from, to, most) {
  const lengths = [1, 7, 30, 365];
  return STEPS.find((_, index) => (to - from + 1) / lengths[index] <= most) ?? STEPS[STEPS.length - 1];
}

/**
 * The first days of the parts from first to last.
 * @param {Step} step
 * @param {number} from
 * @param {number} to
 */
export function partsOf(step, from, to) {
  const parts = [];
  for (let day = step.start(from); day <= to; day = step.next(day)) parts.push(day);
  return parts;
}
