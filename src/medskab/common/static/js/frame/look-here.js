/* After a form came back, start at the list of what is wrong. */
document.querySelector("[data-look-here]")?.focus();
