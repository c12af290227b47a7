/* Keeps the page of one round, and only that: no door, no status, nothing that anybody said.
   SHELL and send come before this text (shell.py). */
const ALL = [SHELL.home, ...SHELL.files];
const OURS = `round ${SHELL.home} `;

addEventListener("install", (event) => {
  // A redirect would be the page to sign in: then this version is not installed at all.
  const wanted = ALL.map((address) => new Request(address, { cache: "reload", redirect: "error" }));
  event.waitUntil(caches.open(SHELL.mark).then((kept) => kept.addAll(wanted)));
});

addEventListener("activate", (event) => {
  const old = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((n) => n.startsWith(OURS) && n !== SHELL.mark).map((n) => caches.delete(n)));
    await clients.claim();
  };
  event.waitUntil(old());
});

addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || !ALL.includes(pathname)) return;
  const kept = async () => (await caches.match(pathname, { cacheName: SHELL.mark })) ?? fetch(event.request);
  event.respondWith(kept());
});

addEventListener("sync", (event) => {
  if (event.tag === "send-bags") event.waitUntil(send(SHELL.home));
});
