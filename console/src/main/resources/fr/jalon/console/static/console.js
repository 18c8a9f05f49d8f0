// Follows links and forms marked data-follow without drawing the whole page anew. Without it they work as any other.
const parts = ["main", "section.dates"];

async function follow(address, push) {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  const type = answer.headers.get("Content-Type") ?? "";
  if (!answer.ok || !type.startsWith("text/html") || answer.redirected) {
    location.assign(address);
    return;
  }
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.name;
  for (const part of parts) {
    const here = document.querySelector(part);
    const there = next.querySelector(part);
    if (Boolean(here) !== Boolean(there)) {
      location.assign(address);
      return;
    }
    here?.replaceWith(there);
  }
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  if (push) {
    history.pushState({ followed: true }, "", address);
  }
  const field = focused && document.querySelector(`section.dates [name="${focused}"]`);
  (field || document.querySelector("main")).focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-follow]");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    follow(link.href, true);
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-follow][method=get]")) {
    event.preventDefault();
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    follow(`${form.action.split("?")[0]}?${asked}`, true);
  }
});

addEventListener("popstate", () => follow(location.href, false));
history.replaceState({ followed: true }, "");

// What was typed is forgotten once its entry is recorded, and no sooner: sending it may fail.
if (location.pathname.includes("/done/")) {
  sessionStorage.removeItem(sessionStorage.getItem("jalon:sent") ?? "");
  sessionStorage.removeItem("jalon:sent");
}
