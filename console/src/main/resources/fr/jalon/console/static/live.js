// Shows what is recorded while one looks, as the register tells it. Without it the list is as it was when the page came.
const SOON = 500;
const LATER = 5000;
const stream = "/console/changes";
const list = () => document.querySelector("[data-live]");
let source = null;
let waiting = 0;

function refreshIn(delay) {
  waiting ||= setTimeout(refresh, delay);
}

async function refresh() {
  waiting = 0;
  const asked = fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  const answer = await asked.catch(() => null);
  if (!answer || answer.status === 429 || answer.status >= 500) {
    refreshIn(LATER); // what was told is told once
    return;
  }
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = page.querySelector("[data-live] ol");
  if (there && list()) {
    list().querySelector("ol").replaceWith(there);
    list().querySelector("[role=status]").textContent = list().dataset.live;
  }
}

// A browser has few connections to a server: a page that nobody sees keeps none.
function listen() {
  if (document.hidden || !list()) {
    source?.close();
    source = null;
  } else if (!source) {
    source = new EventSource(stream);
    // Opened, it tells what comes, not what was recorded between the page and it.
    source.addEventListener("open", () => refreshIn(SOON));
    source.addEventListener("message", () => refreshIn(SOON));
  }
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => { source?.close(); source = null; });
addEventListener("pageshow", listen);
listen();
