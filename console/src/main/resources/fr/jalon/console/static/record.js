// What is typed in a form is shown with its effect while it is typed, and is kept until it is recorded: a session that
// ended, a server that is away, a step back lose nothing. Without this the form works by its button.
const form = document.querySelector("form[data-keep]");
const place = `jalon:${location.pathname}`;
const PAUSE = 500;

function typed() {
  return [...new FormData(form)].filter(([name]) => name !== "_csrf");
}

function bring(values) {
  for (const [name, value] of values) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio") {
        field.checked = field.value === value;
      } else {
        field.value = value;
      }
    }
  }
  if (values.some(([name, value]) => name.startsWith("source.") && value)) {
    form.querySelector("details")?.setAttribute("open", "");
  }
}

let turn = 0;
async function rehearse() {
  const mine = ++turn;
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      credentials: "same-origin",
    });
    if (!answer.ok || answer.redirected || mine !== turn) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const effect = page.querySelector("#effect");
    const shown = document.querySelector("#effect");
    for (const field of form.querySelectorAll(".field")) {
      const name = field.querySelector("[name]")?.name;
      const twin = name && page.querySelector(`form.write [name="${CSS.escape(name)}"]`);
      const there = twin?.closest(".field")?.querySelector(".fault");
      field.querySelector(".fault")?.remove();
      field.classList.toggle("faulty", Boolean(there));
      if (there) {
        field.querySelector("[name]").before(there);
      }
    }
    if (effect && mine === turn) {
      if (shown) {
        shown.replaceWith(effect);
      } else {
        form.before(effect);
      }
    }
  } catch {
    // The server is away: what was typed is kept, and the button tries again.
  }
}

function isEnough() {
  return [...form.querySelectorAll("[data-need]")].every((field) => field.value.trim() !== "");
}

if (form) {
  const kept = sessionStorage.getItem(place);
  if (kept && !document.querySelector("#effect")) {
    bring(JSON.parse(kept));
  }
  let wait;
  form.addEventListener("input", () => {
    sessionStorage.setItem(place, JSON.stringify(typed()));
    clearTimeout(wait);
    if (isEnough()) {
      wait = setTimeout(rehearse, PAUSE);
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.closest("#effect")) {
      sessionStorage.setItem("jalon:sent", place);
    }
  });
}
