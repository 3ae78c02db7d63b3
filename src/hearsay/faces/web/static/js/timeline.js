// When it happened: a bar for each day, week, month or year, of which a period can be brushed.

import uPlot from "../vendor/uplot/uPlot.esm.js";
import { partsOf, seconds, stepFor, written } from "./days.js";
import { sheet } from "./sheets.js";

/** @typedef {import("./points.js").Points} Points */

const HEIGHT = 132; // pixels
const DAY_SECONDS = 86_400;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export class Timeline {
  /** As the constructor, once the timeline's own sheet is there. */
  static async open(element, onPeriod) {
    await sheet("../vendor/uplot/uPlot.min.css");
    return new Timeline(element, onPeriod);
  }

  /**
   * @param {HTMLElement} element
   * @param {(from: string, to: string) => void} onPeriod told the days of a period that was brushed, both included
   */
  constructor(element, onPeriod) {
    this.element = element;
    this.onPeriod = onPeriod;
    this.plot = null;
    this.parts = [];
    this.step = stepFor(0, 0, 1);
    this.shown = null;
    new ResizeObserver(() => this.plot?.setSize({ width: this.width(), height: HEIGHT })).observe(element);
    for (const [target, name] of [[document, "themechange"], [matchMedia("(prefers-color-scheme: dark)"), "change"]]) {
      target.addEventListener(name, () => this.shown && this.show(...this.shown));
    }
  }

  width() {
    return Math.max(200, this.element.clientWidth);
  }

  /**
   * @param {Points} points
   * @param {number[]} which
   * @param {[from: number | null, to: number | null]} period the days that are chosen
   */
  show(points, which, period) {
    this.shown = [points, which, period];
    this.plot?.destroy();
    this.plot = null;
    this.element.hidden = which.length === 0;
    if (which.length === 0) return;
    const [from, to] = reach(points, which);
    this.step = stepFor(from, to, Math.min(160, this.width() / 5));
    this.parts = partsOf(this.step, from, to);
    const [all, contested] = counts(points, which, this.parts);
    this.plot = new uPlot(this.options(period), [this.parts.map(seconds), all, contested], this.element);
    this.describe(all, from, to);
  }

  /** Shows a period as brushed. */
  brush([from, to]) {
    if (!this.plot || (from === null && to === null)) return;
    const range = this.plot.scales.x;
    const left = this.plot.valToPos(from === null ? range.min : seconds(from), "x");
    const right = this.plot.valToPos(to === null ? range.max : seconds(to + 1), "x");
    const width = this.plot.over.clientWidth;
    const [start, end] = [Math.max(0, left), Math.min(width, right)];
    if (end > start) this.plot.setSelect({ left: start, top: 0, width: end - start, height: this.plot.over.clientHeight }, false);
  }

  describe(all, from, to) {
    const total = all.reduce((sum, count) => sum + count, 0);
    const label = `${total} events by ${this.step.name}, from ${written(from)} to ${written(to)}. The fields From and To choose a period too.`;
    this.element.setAttribute("role", "img");
    this.element.setAttribute("aria-label", label);
  }

  options(period) {
    const ink = colours(this.element);
    const bars = uPlot.paths.bars({ size: [0.82, 60, 1], align: 1, gap: 1 });
    const axis = { stroke: ink.muted, grid: { show: false }, ticks: { stroke: ink.rule, size: 4 }, font: "11px system-ui, sans-serif" };
    return {
      width: this.width(),
      height: HEIGHT,
      padding: [8, 22, 0, 0],
      tzDate: (moment) => uPlot.tzDate(new Date(moment * 1e3), "Etc/UTC"),
      legend: { show: false },
      cursor: { points: { show: false }, y: false, drag: { x: true, y: false, setScale: false } },
      scales: { x: { range: () => this.range() }, y: { range: (_, __, most) => [0, Math.max(1, most)] } },
      axes: [{ ...axis, size: 26, space: 72, values: (_, splits, __, ___, step) => splits.map((moment) => dayWords(moment, step)) }, { ...axis, size: 34, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], grid: { stroke: ink.rule, width: 1 } }],
      series: [
        {},
        { label: "events", fill: ink.all, stroke: ink.all, width: 0, paths: bars, points: { show: false } },
        { label: "contested", fill: ink.contested, stroke: ink.contested, width: 0, paths: bars, points: { show: false } },
      ],
      hooks: { ready: [() => this.brush(period)], setSelect: [(plot) => this.brushed(plot)] },
    };
  }

  range() {
    const last = this.parts[this.parts.length - 1];
    return [seconds(this.parts[0]), seconds(this.step.next(last))];
  }

  /** A brush takes whole parts. */
  brushed(plot) {
    const start = plot.posToVal(plot.select.left, "x") / DAY_SECONDS;
    const end = plot.posToVal(plot.select.left + plot.select.width, "x") / DAY_SECONDS;
    const touched = this.parts.filter((part) => part < end && this.step.next(part) > start);
    if (touched.length > 0) this.onPeriod(written(touched[0]), written(this.step.next(touched[touched.length - 1]) - 1));
  }
}

/** A moment on the axis, as far as its steps make it worth saying. */
function dayWords(moment, step) {
  const date = new Date(moment * 1e3);
  const [month, year] = [MONTHS[date.getUTCMonth()], date.getUTCFullYear()];
  if (step >= 364 * DAY_SECONDS) return String(year);
  return step >= 27 * DAY_SECONDS ? `${month} ${year}` : `${date.getUTCDate()} ${month}`;
}

/** The first and the last day on which events begin. */
function reach(points, which) {
  let [from, to] = [Infinity, -Infinity];
  for (const index of which) {
    from = Math.min(from, points.from[index]);
    to = Math.max(to, points.from[index]);
  }
  return [from, to];
}

/** How many events begin in each part, and how many of these are contested. */
function counts(points, which, parts) {
  const [all, contested] = [parts.map(() => 0), parts.map(() => 0)];
  for (const index of which) {
    const part = partOf(parts, points.from[index]);
    all[part] += 1;
    if (points.contested[index]) contested[part] += 1;
  }
  return [all, contested];
}

/** The last part that begins no later than a day. */
function partOf(parts, day) {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (parts[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function colours(element) {
  const style = getComputedStyle(element);
  const named = (name) => style.getPropertyValue(`--${name}`).trim();
  return { muted: named("muted"), rule: named("rule"), all: named("event"), contested: named("contested") };
}
