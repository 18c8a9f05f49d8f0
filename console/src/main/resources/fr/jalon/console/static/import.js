// A table dropped anywhere on its field is chosen; one that is too large is told before it is sent.
const field = document.querySelector("#file");
const zone = field.closest(".drop");
const tooLarge = document.querySelector("#too-large");

zone.addEventListener("dragover", (event) => {
  event.preventDefault();
  zone.classList.add("over");
});
zone.addEventListener("dragleave", () => zone.classList.remove("over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("over");
  field.files = event.dataTransfer.files;
  judge();
});
field.addEventListener("change", judge);
field.form.addEventListener("submit", (event) => {
  if (!judge()) {
    event.preventDefault();
    field.focus();
  }
});

function judge() {
  const fits = [...field.files].every((file) => file.size + 2048 <= Number(field.dataset.most));
  tooLarge.hidden = fits;
  return fits;
}
