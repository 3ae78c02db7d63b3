// The land under the map: the countries of Natural Earth, as bundled. Nothing comes from elsewhere.

import "../vendor/topojson-client/topojson-client.min.js";

/**
 * The countries as GeoJSON, with their names.
 * @param {"110m" | "50m"} scale the coarser, or the finer
 */
export async function countries(scale) {
  const answer = await fetch(new URL(`../vendor/world-atlas/countries-${scale}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`the basemap could not be read: ${answer.status}`);
  const topology = await answer.json();
  return globalThis.topojson.feature(topology, topology.objects.countries);
}

/**
 * A point for the name of each country, in the middle of its largest part.
 * @param {{features: object[]}} land
 */
export function nameplates(land) {
  const features = land.features.map(({ properties, geometry }) => ({ type: "Feature", properties, geometry: { type: "Point", coordinates: middle(geometry) } }));
  return { type: "FeatureCollection", features };
}

function middle({ type, coordinates }) {
  const rings = type === "Polygon" ? [coordinates[0]] : coordinates.map((polygon) => polygon[0]);
  const measured = rings.map(centroid);
  return measured.reduce((largest, one) => (one.area > largest.area ? one : largest)).place;
}

/** The centre of gravity of a ring of places (degrees taken as flat), and the size of its area. */
function centroid(ring) {
  let [twice, x, y] = [0, 0, 0];
  for (let index = 1; index < ring.length; index += 1) {
    const [[fromX, fromY], [toX, toY]] = [ring[index - 1], ring[index]];
    const cross = fromX * toY - toX * fromY;
    twice += cross;
    x += (fromX + toX) * cross;
    y += (fromY + toY) * cross;
  }
  return { area: Math.abs(twice / 2), place: twice === 0 ? ring[0] : [x / (3 * twice), y / (3 * twice)] };
}
