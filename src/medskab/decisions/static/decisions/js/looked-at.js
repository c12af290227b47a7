/* A page that came as the answer of a form: going back to it asks for nothing to be sent again. */
if (document.querySelector("[data-looked-at]")) history.replaceState(null, "", location.href);
