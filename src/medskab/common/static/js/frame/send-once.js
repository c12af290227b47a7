/* A form goes off once, however often its button is pressed; after a while, or back on the page, it may again. */
const PATIENCE_MS = 15000;

const release = (form) => delete form.dataset.sending;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sending !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "";
  setTimeout(release, PATIENCE_MS, form);
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));
