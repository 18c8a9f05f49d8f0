// Moves the day of a drawing by keys, by a slider and by dragging. Without it the links below the drawing do the same.
const KEYS = {
  ArrowLeft: "day-earlier", ArrowRight: "day-later", ShiftArrowLeft: "month-earlier", ShiftArrowRight: "month-later",
  PageUp: "year-earlier", PageDown: "year-later", ArrowDown: "known-earlier", ArrowUp: "known-later",
};
const DAY = "0000-00-00";
const SLACK = 4; // pixels that a hand trembles by
const FINGER = 24; // pixels around the line of the day that a finger takes hold of
let kept = null;

class TimeDrawing extends HTMLElement {
  connectedCallback() {
    this.slider = this.querySelector("input[type=range]");
    this.querySelector(".slider").hidden = false;
    this.slider.addEventListener("input", () => this.show(Number(this.slider.value)));
    this.slider.addEventListener("change", () => this.go(Number(this.slider.value)));
    const figure = this.querySelector("figure");
    figure.addEventListener("keydown", (event) => this.key(event, figure));
    figure.addEventListener("click", (event) => this.point(event));
    figure.addEventListener("pointerdown", (event) => this.grasp(event));
    figure.addEventListener("pointermove", (event) => this.drag(event, figure));
    figure.addEventListener("pointerup", (event) => this.drop(event));
    figure.addEventListener("pointercancel", () => this.release());
    figure.addEventListener("click", (event) => this.unlessDragged(event), true);
    figure.addEventListener("dragstart", (event) => event.preventDefault());
    figure.addEventListener("touchmove", (event) => { if (this.held) { event.preventDefault(); } }, { passive: false });
    this.show(Number(this.slider.value), true);
    if (kept) {
      const element = kept === "slider" ? this.slider : figure;
      setTimeout(() => element.focus({ preventScroll: true }));
      kept = null;
    }
  }

  day(number) {
    const day = new Date(`${this.dataset.from}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + number);
    return day.toISOString().slice(0, 10);
  }

  show(number, still) {
    const day = new Date(`${this.day(number)}T00:00:00Z`);
    const tongue = document.documentElement.lang === "fr" ? "fr" : "en-GB";
    const plain = day.toLocaleDateString(tongue, { dateStyle: "long", timeZone: "UTC" });
    const said = tongue === "fr" ? plain.replace(/^1 /, "1ᵉʳ ") : plain;
    this.slider.setAttribute("aria-valuetext", said);
    this.querySelector("output").textContent = said;
    if (!still) {
      const share = (100 * number) / (Number(this.slider.max) + 1);
      const [anchor, dx] = share > 50 ? ["end", "-4"] : ["start", "4"];
      this.put(".as-of line", { x1: `${share}%`, x2: `${share}%` });
      this.put(".as-of text", { x: `${share}%`, "text-anchor": anchor, dx }, said);
    }
  }

  put(what, attributes, text) {
    for (const part of this.querySelectorAll(what)) {
      Object.entries(attributes).forEach(([name, value]) => part.setAttribute(name, value));
      if (text) {
        part.textContent = text;
      }
    }
  }

  go(number) {
    kept = document.activeElement === this.slider ? "slider" : "figure";
    this.follow(this.dataset.day.replace(DAY, this.day(number)));
  }

  follow(address) {
    const link = document.createElement("a");
    link.href = address;
    link.dataset.follow = "";
    this.append(link);
    link.click();
  }

  key(event, figure) {
    const step = KEYS[(event.shiftKey ? "Shift" : "") + event.key];
    const link = step && this.querySelector(`a[data-step="${step}"]`);
    if (link && event.target === figure && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      kept = "figure";
      link.click();
    }
  }

  point(event) {
    const drawing = event.target.closest?.("svg.drawn");
    if (drawing && !event.target.closest("a")) {
      this.go(this.dayAt(event, drawing));
    }
  }

  dayAt(event, drawing) {
    const box = drawing.getBoundingClientRect();
    const last = Number(this.slider.max);
    return Math.max(0, Math.min(last, Math.floor(((event.clientX - box.left) / box.width) * (last + 1))));
  }

  // A mouse drags from anywhere; a finger, which scrolls as well, from the line of the day.
  grasp(event) {
    this.wasDragged = false;
    const drawing = event.target.closest?.("svg.drawn");
    const line = drawing?.querySelector(".as-of line")?.getBoundingClientRect();
    const isNear = line && Math.abs(event.clientX - line.left) <= FINGER;
    if (drawing && event.isPrimary && event.button === 0 && (isNear || event.pointerType !== "touch")) {
      this.held = { drawing, from: event.clientX, day: Number(this.slider.value) };
    }
  }

  drag(event, figure) {
    if (this.held && (this.wasDragged || Math.abs(event.clientX - this.held.from) > SLACK)) {
      this.wasDragged = true;
      figure.setPointerCapture(event.pointerId);
      this.show(this.dayAt(event, this.held.drawing));
    }
  }

  drop(event) {
    const held = this.held;
    this.held = null;
    if (held && this.wasDragged) {
      this.go(this.dayAt(event, held.drawing));
    }
  }

  release() {
    if (this.held) {
      this.show(this.held.day);
      this.held = null;
    }
  }

  // Where a drag ends, nothing was pressed.
  unlessDragged(event) {
    if (this.wasDragged) {
      this.wasDragged = false;
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

customElements.define("jalon-time", TimeDrawing);
