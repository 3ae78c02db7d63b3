// The page of an event: what was known on a day, by a slider; and from a figure to the words it was read from, without leaving the page.

const said = announcer();
let waiting = new AbortController();
let shown = location.search;

/** A line that screen readers read out when it changes. */
function announcer() {
  const line = document.createElement("p");
  line.className = "visually-hidden";
  line.setAttribute("role", "status");
  document.getElementById("main").append(line);
  return line;
}

/** Takes the event over as the server tells it with these switches. */
async function show(query, { isNew = true, focus = "" } = {}) {
  waiting.abort();
  waiting = new AbortController();
  const article = document.querySelector(".event-page");
  article.classList.add("is-waiting");
  try {
    const answer = await fetch(`${location.pathname}${query}`, { signal: waiting.signal });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}. Try again in a moment.`);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    article.replaceWith(document.adoptNode(fresh.querySelector(".event-page")));
    if (isNew) history.pushState(null, "", query || location.pathname);
    shown = query;
    slide();
    if (focus) document.querySelector(focus)?.focus();
    said.textContent = `${document.getElementById("reconciled-title").textContent}. ${document.querySelector(".event-rests").textContent.trim()}`;
  } catch (fault) {
    article.classList.remove("is-waiting");
    if (fault.name !== "AbortError") said.textContent = fault.message;
  }
}

/** What the switches say; what they leave at its usual value is not in the address. */
function query() {
  const wanted = new URLSearchParams();
  for (const [name, value] of new FormData(document.getElementById("switches"))) {
    if (value && !(name === "profile" && value === "hearsay")) wanted.set(name, String(value));
  }
  return wanted.toString() ? `?${wanted}` : "";
}

/** Puts a slider over the list of days; the list stays what is sent. */
function slide() {
  const list = document.querySelector("[data-as-of]");
  if (!list || list.options.length < 2) return;
  const field = list.closest(".field");
  const box = document.createElement("div");
  const range = Object.assign(document.createElement("input"), { type: "range", min: "0", max: String(list.options.length - 1), step: "1", id: "as-of" });
  const now = document.createElement("output");
  const label = Object.assign(document.createElement("label"), { htmlFor: "as-of", textContent: "As known on " });
  box.className = "knowledge";
  now.htmlFor = "as-of";
  range.value = String(list.selectedIndex);
  const tell = () => {
    now.textContent = list.options[Number(range.value)].textContent;
    range.setAttribute("aria-valuetext", now.textContent);
  };
  tell();
  range.addEventListener("input", tell);
  range.addEventListener("change", () => {
    list.selectedIndex = Number(range.value);
    show(query(), { focus: "#as-of" });
  });
  label.append(now);
  box.append(label, range);
  field.hidden = true;
  field.after(box);
}

/** The id of the claim whose words a link leads to. */
const claimOf = (link) => /#c-([^#]+)$/.exec(link.getAttribute("href") ?? "")?.[1];

/** While a link to a claim is pointed at, all that stands for this claim is marked, and its words are shown. */
function pointOut(link) {
  for (const old of document.querySelectorAll(".is-linked")) old.classList.remove("is-linked");
  document.querySelector(".evidence-card")?.remove();
  const claim = link && claimOf(link);
  if (!claim) return;
  for (const other of document.querySelectorAll(`a[href$="#c-${CSS.escape(claim)}"]`)) other.classList.add("is-linked");
  if (link.dataset.words ?? link.title) document.body.append(card(link));
}

function card(link) {
  if (link.title) {
    link.dataset.words = link.title;
    link.removeAttribute("title"); // else the browser shows it a second time
    link.setAttribute("aria-description", link.dataset.words);
  }
  const made = document.createElement("div");
  const [who, words] = [document.createElement("p"), document.createElement("blockquote")];
  made.className = "evidence-card";
  made.setAttribute("aria-hidden", "true");
  who.textContent = [link.closest("tr")?.querySelector("th")?.textContent.trim(), link.textContent.trim()].filter(Boolean).join(": ");
  words.textContent = `“${link.dataset.words}”`;
  words.dir = "auto";
  made.append(who, words);
  return made;
}

function listen() {
  const main = document.getElementById("main");
  for (const name of ["mouseover", "focusin"]) main.addEventListener(name, (event) => pointOut(event.target.closest("a")));
  for (const name of ["mouseleave", "focusout"]) main.addEventListener(name, () => pointOut(null));
  document.addEventListener("keydown", (event) => event.key === "Escape" && pointOut(null));
  main.addEventListener("change", (event) => {
    if (event.target.matches("[data-profile]")) show(query(), { focus: "[data-profile]" });
  });
  main.addEventListener("submit", (event) => {
    if (event.target.id !== "switches") return;
    event.preventDefault();
    show(query());
  });
  addEventListener("popstate", () => location.search !== shown && show(location.search, { isNew: false }));
}

slide();
listen();
