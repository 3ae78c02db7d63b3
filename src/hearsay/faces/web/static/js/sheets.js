// Sheets of style that only some parts of a page need come when these do.

/**
 * Adds a sheet to the page, and waits until it holds or could not be had.
 * @param {string} path beside the modules
 */
export function sheet(path) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(path, import.meta.url).href;
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}
