/* Leave without a trace in this tab: the page is replaced, so that "back" does not return to it. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-leave-fast]");
  if (!link) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(link.href);
});
