// The arrow keys go from step to step, unless somebody is typing.
addEventListener("keydown", (event) => {
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (way && isPlain && !event.target.closest?.("input, select, textarea")) {
    const link = document.querySelector(`.steps a[rel=${way}]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  }
});
