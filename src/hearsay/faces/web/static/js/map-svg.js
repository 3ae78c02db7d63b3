// The map as a plain drawing, for browsers without WebGL: coarse land, the events that lie together as one mark.

import { countries } from "./basemap.js";

/** @typedef {import("./filters.js").Box} Box */

const SVG = "http://www.w3.org/2000/svg";
const CELLS = 36; // across the width: events in one cell are one mark

/** @param {string} name @param {Record<string, string | number>} attributes */
function node(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A ring of places as a path; north is up. */
const ring = (places) => `M${places.map(([lon, lat]) => `${lon.toFixed(2)} ${(-lat).toFixed(2)}`).join("L")}Z`;

const outline = ({ geometry }) =>
  (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap((polygon) => polygon.map(ring)).join("");

export class SvgDrawing {
  /** @param {HTMLElement} element @param {(which: number[]) => void} onPick */
  static async open(element, onPick) {
    const land = await countries("110m");
    return new SvgDrawing(element, land.features, onPick);
  }

  constructor(element, features, onPick) {
    this.element = element;
    this.onPick = onPick;
    this.box = /** @type {Box} */ ([-180, -85, 180, 85]);
    this.told = { points: null, which: [] };
    this.svg = node("svg", { class: "map-svg", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" });
    const land = node("path", { class: "map-land", d: features.map(outline).join("") });
    this.area = node("rect", { class: "map-area", visibility: "hidden" });
    this.marks = node("g");
    this.pointer = node("circle", { class: "map-marked", visibility: "hidden" });
    this.svg.append(land, this.area, this.marks, this.pointer);
    element.replaceChildren(this.svg);
    this.drag();
    new ResizeObserver(() => this.fit(this.box)).observe(element);
  }

  /** Degrees a pixel, the same both ways. */
  scale() {
    return (this.box[2] - this.box[0]) / Math.max(1, this.element.clientWidth);
  }

  fit([west, south, east, north]) {
    const [width, height] = [Math.max(1, this.element.clientWidth), Math.max(1, this.element.clientHeight)];
    const scale = Math.max((east - west) / width, (north - south) / height, 0.0005);
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    this.look([lon - (scale * width) / 2, lat - (scale * height) / 2, lon + (scale * width) / 2, lat + (scale * height) / 2]);
  }

  look(box) {
    this.box = box;
    this.svg.setAttribute("viewBox", `${box[0]} ${-box[3]} ${box[2] - box[0]} ${box[3] - box[1]}`);
    this.redraw();
  }

  zoom(by) {
    const [west, south, east, north] = this.box;
    const [lon, lat, factor] = [(west + east) / 2, (south + north) / 2, 2 ** -by / 2];
    const [width, height] = [(east - west) * factor, (north - south) * factor];
    if (width < 180) this.look([lon - width, lat - height, lon + width, lat + height]);
  }

  view() {
    const [west, south, east, north] = this.box;
    return /** @type {Box} */ ([Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)]);
  }

  placeAt(x, y) {
    return /** @type {[number, number]} */ ([this.box[0] + x * this.scale(), this.box[3] - y * this.scale()]);
  }

  show(points, which) {
    this.told = { points, which };
    this.redraw();
  }

  redraw() {
    const { points, which } = this.told;
    if (!points) return;
    const cells = Map.groupBy(which, (index) => this.cell(points.lon[index], points.lat[index]));
    this.marks.replaceChildren(...[...cells.values()].flatMap((together) => this.cluster(points, together)));
  }

  cell(lon, lat) {
    const size = (this.box[2] - this.box[0]) / CELLS;
    return `${Math.floor(lon / size)} ${Math.floor(lat / size)}`;
  }

  cluster(points, together) {
    const scale = this.scale();
    const radius = Math.min(20, 6 + 3 * Math.log2(together.length)) * scale;
    const middle = (column) => together.reduce((sum, index) => sum + column[index], 0) / together.length;
    const [x, y] = [middle(points.lon), -middle(points.lat)];
    const isContested = together.some((index) => points.contested[index]);
    const mark = isContested
      ? node("path", { d: `M${x} ${y - radius * 1.2}L${x + radius * 1.2} ${y}L${x} ${y + radius * 1.2}L${x - radius * 1.2} ${y}Z` })
      : node("circle", { cx: x, cy: y, r: radius });
    mark.setAttribute("class", isContested ? "map-event is-contested" : "map-event");
    mark.addEventListener("click", () => this.onPick(together));
    if (together.length === 1) return [mark];
    const label = node("text", { class: "map-count", x, y, "font-size": 11 * scale, dy: 4 * scale });
    label.textContent = String(together.length);
    return [mark, label];
  }

  frame(box) {
    this.area.setAttribute("visibility", box ? "visible" : "hidden");
    if (!box) return;
    const [west, south, east, north] = box;
    for (const [name, value] of Object.entries({ x: west, y: -north, width: Math.max(0, east - west), height: north - south })) {
      this.area.setAttribute(name, String(value));
    }
  }

  mark(index) {
    this.pointer.setAttribute("visibility", index === null ? "hidden" : "visible");
    if (index === null) return;
    const { lon, lat } = this.told.points;
    for (const [name, value] of Object.entries({ cx: lon[index], cy: -lat[index], r: 14 * this.scale() })) this.pointer.setAttribute(name, String(value));
  }

  /** The pointer moves the land along. */
  drag() {
    let from = null;
    this.svg.addEventListener("pointerdown", (event) => (from = { x: event.clientX, y: event.clientY, box: this.box, scale: this.scale() }));
    this.svg.addEventListener("pointermove", (event) => {
      if (!from || event.buttons === 0) return;
      const [lon, lat] = [(from.x - event.clientX) * from.scale, (event.clientY - from.y) * from.scale];
      const [west, south, east, north] = from.box;
      this.look([west + lon, south + lat, east + lon, north + lat]);
    });
    for (const name of ["pointerup", "pointerleave"]) this.svg.addEventListener(name, () => (from = null));
  }
}
