// A report, or the queue: from the words to the record and back, and judging at the keyboard.

const KEYS = [
  ["j", "the next claim"],
  ["k", "the claim before"],
  ["a", "accept it"],
  ["e", "amend it"],
  ["r", "reject it"],
  ["u", "take the judgement back"],
  ["?", "show these keys, or put them away"],
];

const records = () => [...document.querySelectorAll(".record[data-claim-id]")];
const marks = (claim) => [...document.querySelectorAll(".report-text .claim")].filter((mark) => mark.dataset.claims.split(" ").includes(claim));
let current = /** @type {HTMLElement | null} */ (null);

/** Makes a record the current one, and its words in the text. */
function choose(record, { follow = true, focus = false } = {}) {
  for (const old of document.querySelectorAll(".is-current")) old.classList.remove("is-current");
  current = record;
  if (!record) return;
  record.classList.add("is-current");
  const words = marks(record.dataset.claimId);
  for (const mark of words) mark.classList.add("is-current");
  const block = { block: "nearest" };
  if (follow) words[0]?.scrollIntoView(block);
  if (focus) {
    record.focus({ preventScroll: true });
    record.scrollIntoView(block);
  }
}

function step(by) {
  const all = records();
  const place = all.indexOf(current);
  const next = place < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, place + by));
  if (all[next]) choose(all[next], { focus: true });
}

/** Does with the current claim what its buttons do; without a token there are none, and the page says where to give one. */
function act(action) {
  if (!current) step(1);
  if (!current) return;
  const button = current.querySelector(`[data-action="${action}"]`);
  if (button instanceof HTMLDetailsElement) {
    button.open = true;
    button.querySelector("input:not([type=hidden]), select")?.focus();
  } else if (button) {
    button.click();
  } else if (!current.querySelector("[data-action]")) {
    document.querySelector(".writer a")?.focus();
  }
}

/** A claim that is rejected goes from the list: what comes back is at the one after it, so that judging goes on from there. */
function leadOn(event) {
  const record = event.target.closest(".report-page .record");
  const back = event.target.elements.namedItem("back");
  if (!record || !back || event.submitter?.value !== "reject") return;
  const all = records();
  const next = all[all.indexOf(record) + 1] ?? all[all.indexOf(record) - 1];
  if (next) back.value = `${back.value.split("#")[0]}#${encodeURIComponent(next.id)}`;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=hidden]), select, textarea")) return;
  const does = { j: () => step(1), k: () => step(-1), a: () => act("accept"), e: () => act("amend"), r: () => act("reject"), u: () => act("undo"), "?": help };
  const dialog = document.querySelector(".keys[open]");
  if (!Object.hasOwn(does, event.key) || (dialog && event.key !== "?")) return;
  event.preventDefault();
  does[event.key]();
}

/** Opens the list of keys, or closes it. */
function help() {
  const dialog = document.querySelector(".keys") ?? document.body.appendChild(helpDialog());
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

function helpDialog() {
  const dialog = document.createElement("dialog");
  const [title, list, close] = [document.createElement("h2"), document.createElement("dl"), document.createElement("button")];
  dialog.className = "keys";
  title.id = "keys-title";
  title.textContent = "Keys";
  dialog.setAttribute("aria-labelledby", title.id);
  for (const [key, words] of KEYS) {
    const [term, told, cap] = [document.createElement("dt"), document.createElement("dd"), document.createElement("kbd")];
    cap.textContent = key;
    told.textContent = words;
    term.append(cap);
    list.append(term, told);
  }
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  return dialog;
}

function helpButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet keys-button";
  button.textContent = "Keys (?)";
  button.addEventListener("click", help);
  document.querySelector(".writer")?.after(button);
}

/** From the words to the record, by pointing or by a click. */
function follow() {
  const text = document.querySelector(".report-text");
  const recordOf = (target) => {
    const mark = target.closest(".claim");
    return mark && document.getElementById(`r-${mark.dataset.claims.split(" ").at(-1)}`);
  };
  text?.addEventListener("mouseover", (event) => {
    const record = recordOf(event.target);
    if (record && record !== current) choose(record, { follow: false });
    if (record) record.scrollIntoView({ block: "nearest" });
  });
  text?.addEventListener("click", (event) => {
    const record = recordOf(event.target);
    if (record) choose(record, { follow: false, focus: true });
  });
  for (const name of ["focusin", "mouseover"]) {
    document.querySelector("[data-records]")?.addEventListener(name, (event) => {
      const record = event.target.closest(".record");
      if (record && record !== current) choose(record, { follow: name === "focusin" });
    });
  }
}

/** The claim that the address names is the current one. */
function begin() {
  const named = new URLSearchParams(location.search).get("claim") ?? /^#[cr]-(.+)$/.exec(location.hash)?.[1];
  const record = named && document.getElementById(`r-${decodeURIComponent(named)}`);
  if (record) choose(record, { follow: false });
  const words = record && marks(record.dataset.claimId)[0];
  if (words && !location.hash.startsWith("#r-")) words.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", onKey);
document.addEventListener("submit", leadOn);
helpButton();
follow();
begin();
