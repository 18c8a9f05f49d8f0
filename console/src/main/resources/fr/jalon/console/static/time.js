// Moves the day of a drawing by keys and by a slider. Without it the links below the drawing do the same.
const KEYS = {
  ArrowLeft: "day-earlier", ArrowRight: "day-later", ShiftArrowLeft: "month-earlier", ShiftArrowRight: "month-later",
  PageUp: "year-earlier", PageDown: "year-later", ArrowDown: "known-earlier", ArrowUp: "known-later",
};
const DAY = "0000-00-00";
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
    const plain = day.toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
    const said = document.documentElement.lang === "fr" ? plain.replace(/^1 /, "1ᵉʳ ") : plain;
    this.slider.setAttribute("aria-valuetext", said);
    this.querySelector("output").textContent = said;
    if (!still) {
      const x = `${(100 * number) / (Number(this.slider.max) + 1)}%`;
      this.querySelectorAll(".as-of line").forEach((line) => { line.setAttribute("x1", x); line.setAttribute("x2", x); });
      this.querySelectorAll(".as-of text").forEach((text) => { text.setAttribute("x", x); text.textContent = said; });
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
      const box = drawing.getBoundingClientRect();
      this.go(Math.floor(((event.clientX - box.left) / box.width) * (Number(this.slider.max) + 1)));
    }
  }
}

customElements.define("jalon-time", TimeDrawing);
