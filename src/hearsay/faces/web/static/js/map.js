// Where it happened. MapLibre draws it where the browser can (WebGL), else a plain drawing does; both answer to the same names.

import { around, inPeriod } from "./points.js";
import { BoxTool } from "./boxtool.js";

/** @typedef {import("./filters.js").Box} Box */
/** @typedef {import("./points.js").Points} Points */
/**
 * @typedef {object} Drawing what both kinds of map can do
 * @property {(points: Points, which: number[]) => void} show
 * @property {(box: Box | null) => void} frame marks an area
 * @property {(index: number | null) => void} mark points out one of the points
 * @property {(box: Box) => void} fit
 * @property {(by: number) => void} zoom in steps; below 0 is out
 * @property {() => Box} view
 * @property {(x: number, y: number) => [lon: number, lat: number]} placeAt of pixels from the upper left corner
 */

const WORLD = /** @type {Box} */ ([-170, -56, 179, 74]);

function canDrawWebgl() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

/**
 * @param {HTMLElement} element
 * @param {(which: number[]) => void} onPick
 * @returns {Promise<Drawing>}
 */
async function drawing(element, onPick) {
  if (!element.hasAttribute("data-plain") && canDrawWebgl()) {
    const { GlDrawing } = await import("./map-gl.js");
    return GlDrawing.open(element, onPick);
  }
  const { SvgDrawing } = await import("./map-svg.js");
  return SvgDrawing.open(element, onPick);
}

export class MapView {
  /**
   * @param {HTMLElement} section holds the map and its buttons
   * @param {{onBox: (box: Box | null) => void, onPick: (which: number[]) => void}} hooks
   */
  static async open(section, hooks) {
    const element = section.querySelector("[data-map]");
    const view = new MapView(section, await drawing(element, hooks.onPick), hooks);
    element.classList.add("is-drawn");
    return view;
  }

  constructor(section, drawn, hooks) {
    this.drawn = drawn;
    this.section = section;
    this.shown = [];
    this.points = null;
    this.isPlaced = false;
    const tool = new BoxTool(section.querySelector("[data-map-cover]"), drawn, hooks.onBox);
    const does = {
      in: () => drawn.zoom(1),
      out: () => drawn.zoom(-1),
      all: () => this.fitAll(),
      draw: (button) => tool.toggle(button),
      view: () => hooks.onBox(drawn.view()),
    };
    for (const button of section.querySelectorAll("[data-map-do]")) {
      button.disabled = false;
      button.addEventListener("click", () => does[button.dataset.mapDo](button));
    }
  }

  /**
   * @param {Points} points
   * @param {[from: number | null, to: number | null]} period
   * @param {Box | null} box
   */
  show(points, period, box) {
    const isNew = points !== this.points;
    this.points = points;
    this.shown = inPeriod(points, period);
    this.drawn.show(points, this.shown);
    this.drawn.frame(box);
    if (isNew || !this.isPlaced) this.place(box);
  }

  place(box) {
    this.isPlaced = true;
    if (box && box[0] <= box[2]) this.drawn.fit(box);
    else this.fitAll();
  }

  fitAll() {
    this.drawn.fit((this.points && around(this.points, this.shown)) ?? WORLD);
  }

  /** @param {string | null} id of the event to point out */
  mark(id) {
    const index = id === null || !this.points ? -1 : this.points.id.indexOf(id);
    this.drawn.mark(index < 0 || this.points.lat[index] === null ? null : index);
  }
}
