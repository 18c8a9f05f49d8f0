// Shows how far a check is, until it has ended.
const PAUSE = 1500;

async function look() {
  const here = document.querySelector("[data-under-way]");
  if (!here) {
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = page.querySelector("section[aria-labelledby=state]");
  if (there.hasAttribute("data-under-way")) {
    here.querySelector("[aria-live]").innerHTML = there.querySelector("[aria-live]").innerHTML;
  } else {
    here.replaceWith(there);
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
