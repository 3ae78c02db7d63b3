// What the reader asks for: the form, the address and the questions to the server are three spellings of it.

/** The filters, in the order in which the address has them. */
export const NAMES = ["q", "from", "to", "box", "party", "voice", "type", "measure", "contested", "as_of", "profile"];

/** @typedef {[west: number, south: number, east: number, north: number]} Box degrees */

/**
 * What a form asks for; empty fields say nothing.
 * @param {HTMLFormElement} form
 * @returns {URLSearchParams}
 */
export function ofForm(form) {
  const fields = new FormData(form);
  return keep((name) => String(fields.get(name) ?? "").trim());
}

/**
 * What an address asks for.
 * @param {string} query the part after the question mark
 * @returns {URLSearchParams}
 */
export function ofAddress(query) {
  const given = new URLSearchParams(query);
  return keep((name) => given.get(name) ?? "");
}

/** @param {(name: string) => string} value */
function keep(value) {
  const kept = new URLSearchParams();
  for (const name of NAMES) if (value(name)) kept.set(name, value(name));
  return kept;
}

/**
 * Puts what is asked for into the fields of the form.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} asked
 */
export function intoForm(form, asked) {
  for (const name of NAMES) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) choose(field, asked.get(name) ?? "");
    else if (field instanceof HTMLInputElement || field instanceof RadioNodeList) field.value = asked.get(name) ?? "";
  }
}

/** A choice that the list does not hold is added to it, so that it is not lost. */
function choose(field, value) {
  if (value && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
  field.value = value;
}

/**
 * The same without some filters.
 * @param {URLSearchParams} asked
 * @param {...string} names
 */
export function without(asked, ...names) {
  const rest = new URLSearchParams(asked);
  for (const name of names) rest.delete(name);
  return rest;
}

/**
 * The same with filters set anew; an empty one is taken away.
 * @param {URLSearchParams} asked
 * @param {Record<string, string>} values
 */
export function withThese(asked, values) {
  return keep((name) => values[name] ?? asked.get(name) ?? "");
}

/**
 * An area as it is written, or null if it is none.
 * @param {string | null} written
 * @returns {Box | null}
 */
export function readBox(written) {
  const numbers = (written ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return numbers.length === 4 && numbers.every(Number.isFinite) ? /** @type {Box} */ (numbers) : null;
}

/**
 * An area, to about 10 metres.
 * @param {Box} box
 */
export function writeBox(box) {
  return box.map((degrees) => String(Number(degrees.toFixed(4)))).join(",");
}
