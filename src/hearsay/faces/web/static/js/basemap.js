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
