// The map as MapLibre draws it. Land, names and events are all handed over from here: it asks nobody for tiles, fonts or pictures.

import { LngLatBounds, Map as GlMap, ScaleControl } from "../vendor/maplibre-gl/maplibre-gl.mjs";
import { countries, nameplates } from "./basemap.js";
import { sheet } from "./sheets.js";

/** @typedef {import("./filters.js").Box} Box */

const EMPTY = { type: "FeatureCollection", features: [] };
const SAME_PLACE = ["case", ["==", ["accumulated"], ["get", "place"]], ["get", "place"], ""]; // the name of a cluster, if all of it has one
const CLUSTERED_TO = 14; // from this zoom on every place is its own mark

export class GlDrawing {
  /** @param {HTMLElement} element @param {(which: number[]) => void} onPick */
  static async open(element, onPick) {
    const [land] = await Promise.all([countries("50m"), sheet("../vendor/maplibre-gl/maplibre-gl.css")]);
    const map = new GlMap({
      container: element, style: looks(element, land), center: [20, 20], zoom: 1, minZoom: 0.5, maxZoom: CLUSTERED_TO + 1, attributionControl: false,
      dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0, renderWorldCopies: false, boxZoom: false,
      cooperativeGestures: matchMedia("(pointer: coarse)").matches, // one finger moves the page, two move the map
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new ScaleControl({ maxWidth: 90 }), "bottom-left");
    await new Promise((done) => map.once("load", done));
    return new GlDrawing(element, map, land, onPick);
  }

  constructor(element, map, land, onPick) {
    this.element = element;
    this.map = map;
    this.land = land;
    this.onPick = onPick;
    this.points = null;
    this.told = this.area = this.marked = EMPTY;
    map.getCanvas().setAttribute("aria-label", "Map of the events; arrow keys move it, plus and minus zoom");
    map.on("click", (event) => this.picked(event.point));
    map.on("mousemove", (event) => (map.getCanvas().style.cursor = this.under(event.point).length ? "pointer" : ""));
    for (const [target, name] of [[document, "themechange"], [matchMedia("(prefers-color-scheme: dark)"), "change"]]) {
      target.addEventListener(name, () => this.repaint());
    }
  }

  /** The same map in the colours of the other theme. */
  repaint() {
    this.map.setStyle(looks(this.element, this.land), { diff: true });
    this.map.once("styledata", () => this.refill());
  }

  refill() {
    for (const [name, data] of [["events", this.told], ["area", this.area], ["marked", this.marked]]) this.map.getSource(name)?.setData(data);
  }

  show(points, which) {
    const feature = (index) => ({
      type: "Feature",
      properties: { index, place: points.place[index] ?? "", contested: points.contested[index] ? 1 : 0 },
      geometry: { type: "Point", coordinates: [points.lon[index], points.lat[index]] },
    });
    this.told = { type: "FeatureCollection", features: which.map(feature) };
    this.points = points;
    this.map.getSource("events").setData(this.told);
  }

  frame(box) {
    this.area = box ? outline(box) : EMPTY;
    this.map.getSource("area").setData(this.area);
  }

  mark(index) {
    const place = index === null ? null : [this.points.lon[index], this.points.lat[index]];
    this.marked = place ? { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: place } } : EMPTY;
    this.map.getSource("marked").setData(this.marked);
  }

  fit([west, south, east, north]) {
    this.map.fitBounds(new LngLatBounds([west, south], [east, north]), { animate: false, padding: 12, maxZoom: 7 });
  }

  zoom(by) {
    this.map.easeTo({ zoom: this.map.getZoom() + by, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180 });
  }

  view() {
    const seen = this.map.getBounds();
    return /** @type {Box} */ ([
      Math.max(-180, seen.getWest()), Math.max(-90, seen.getSouth()), Math.min(180, seen.getEast()), Math.min(90, seen.getNorth()),
    ]);
  }

  placeAt(x, y) {
    const place = this.map.unproject([x, y]);
    return /** @type {[number, number]} */ ([place.lng, place.lat]);
  }

  under(point) {
    const near = [[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]];
    return this.map.queryRenderedFeatures(near, { layers: ["clusters", "events", "contested"] });
  }

  async picked(point) {
    const [found] = this.under(point);
    if (!found) return;
    if (found.properties.cluster) await this.openCluster(found);
    else this.onPick([found.properties.index]);
  }

  /** Goes nearer until the events part; those at one place never do, so they are picked together. */
  async openCluster(cluster) {
    const source = this.map.getSource("events");
    const zoom = await source.getClusterExpansionZoom(cluster.properties.cluster_id);
    const inside = await source.getClusterLeaves(cluster.properties.cluster_id, cluster.properties.point_count, 0);
    if (zoom > 11) this.onPick(inside.map((leaf) => leaf.properties.index));
    else this.map.easeTo({ center: cluster.geometry.coordinates, zoom, duration: 180 });
  }
}

/** @param {Box} box */
function outline([west, south, east, north]) {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

/** What the map shows, in the colours that the page has now. */
function looks(element, land) {
  const computed = getComputedStyle(element);
  const ink = (name) => computed.getPropertyValue(`--${name}`).trim();
  const text = { "text-font": ["system-ui, sans-serif"], "text-allow-overlap": true, "text-padding": 7 };
  const names = { "text-field": ["get", "name"], "text-font": ["system-ui, sans-serif"], "text-size": 11, "text-max-width": 7, "text-padding": 6 };
  const below = { "text-field": ["get", "place"], "text-font": ["system-ui, sans-serif"], "text-size": 12, "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": ["case", ["has", "point_count"], 1.8, 0.9], "text-max-width": 9 };
  const named = { "text-color": ink("map-name"), "text-halo-color": ink("map-land"), "text-halo-width": 1.2 };
  const isCluster = ["has", "point_count"];
  const size = ["min", 22, ["+", 9, ["*", 2.2, ["log2", ["get", "point_count"]]]]];
  const ring = { "circle-stroke-color": ink("map-ring"), "circle-stroke-width": 1.5 };
  const count = ["to-string", ["get", "point_count_abbreviated"]];
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      nameplates: { type: "geojson", data: nameplates(land) },
      area: { type: "geojson", data: EMPTY },
      events: {
        type: "geojson", data: EMPTY, cluster: true, clusterMaxZoom: CLUSTERED_TO, clusterRadius: 30,
        clusterProperties: { contested: ["max", ["get", "contested"]], place: [SAME_PLACE, ["get", "place"]] },
      },
      marked: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink("map-sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink("map-land"), "fill-antialias": false } },
      { id: "borders", type: "line", source: "land", paint: { "line-color": ink("map-border"), "line-width": 0.8 } },
      { id: "names", type: "symbol", source: "nameplates", minzoom: 2, maxzoom: 5, layout: names, paint: named },
      { id: "names-near", type: "symbol", source: "land", minzoom: 5, layout: { ...names, "symbol-avoid-edges": true }, paint: named },
      { id: "area", type: "fill", source: "area", paint: { "fill-color": ink("accent"), "fill-opacity": 0.08 } },
      { id: "area-edge", type: "line", source: "area", paint: { "line-color": ink("accent"), "line-width": 1.5, "line-dasharray": [3, 2] } },
      {
        id: "places", type: "symbol", source: "events", minzoom: 4, layout: below,
        paint: { "text-color": ink("ink"), "text-halo-color": ink("map-land"), "text-halo-width": 1.4 },
      },
      { id: "clusters", type: "circle", source: "events", filter: isCluster, paint: { ...ring, "circle-color": ink("event"), "circle-radius": size } },
      {
        id: "clusters-contested", type: "circle", source: "events", filter: ["all", isCluster, ["==", ["get", "contested"], 1]],
        paint: { "circle-opacity": 0, "circle-radius": ["+", 3, size], "circle-stroke-color": ink("contested"), "circle-stroke-width": 2.5 },
      },
      { id: "counts", type: "symbol", source: "events", filter: isCluster, layout: { ...text, "text-field": count, "text-size": 12 }, paint: { "text-color": ink("map-count") } },
      {
        id: "events", type: "circle", source: "events", filter: ["all", ["!", isCluster], ["==", ["get", "contested"], 0]],
        paint: { ...ring, "circle-color": ink("event"), "circle-radius": 6 },
      },
      {
        id: "contested", type: "symbol", source: "events", filter: ["all", ["!", isCluster], ["==", ["get", "contested"], 1]],
        layout: { ...text, "text-field": "◆", "text-size": 22 }, paint: { "text-color": ink("contested"), "text-halo-color": ink("map-ring"), "text-halo-width": 1.5 },
      },
      { id: "marked", type: "circle", source: "marked", paint: { "circle-opacity": 0, "circle-radius": 15, "circle-stroke-color": ink("focus"), "circle-stroke-width": 3 } },
    ],
  };
}
