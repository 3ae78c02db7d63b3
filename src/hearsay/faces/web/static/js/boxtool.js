// Draws a box over the map with the pointer. At the keyboard the fields of the area, or "Use this view", do the same.

export class BoxTool {
  /**
   * @param {HTMLElement} cover lies over the map while a box is drawn
   * @param {import("./map.js").Drawing} drawn
   * @param {(box: import("./filters.js").Box) => void} onBox
   */
  constructor(cover, drawn, onBox) {
    this.cover = cover;
    this.drawn = drawn;
    this.onBox = onBox;
    this.start = null;
    this.button = null;
    this.band = cover.appendChild(document.createElement("div"));
    this.band.className = "map-band";
    cover.addEventListener("pointerdown", (event) => this.begin(event));
    cover.addEventListener("pointermove", (event) => this.start && this.draw(event));
    cover.addEventListener("pointerup", (event) => this.start && this.end(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.stop());
  }

  toggle(button) {
    this.button = button;
    if (!this.cover.hidden) {
      this.stop();
      return;
    }
    this.cover.hidden = false;
    button.setAttribute("aria-pressed", "true");
  }

  stop() {
    this.start = null;
    this.cover.hidden = true;
    this.band.hidden = true;
    this.button?.setAttribute("aria-pressed", "false");
  }

  at(event) {
    const frame = this.cover.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  }

  begin(event) {
    event.preventDefault();
    this.cover.setPointerCapture(event.pointerId);
    this.start = this.at(event);
    this.draw(event);
  }

  draw(event) {
    const [left, top, right, bottom] = this.edges(event);
    Object.assign(this.band.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
    this.band.hidden = false;
  }

  edges(event) {
    const [[x, y], [startX, startY]] = [this.at(event), this.start];
    return [Math.min(x, startX), Math.min(y, startY), Math.max(x, startX), Math.max(y, startY)];
  }

  end(event) {
    const [left, top, right, bottom] = this.edges(event);
    this.stop();
    if (right - left < 4 || bottom - top < 4) return;
    const [west, north] = this.drawn.placeAt(left, top);
    const [east, south] = this.drawn.placeAt(right, bottom);
    this.onBox([west, south, east, north]);
  }
}
