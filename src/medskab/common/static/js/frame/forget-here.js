/* Signing out and leaving fast take along what this browser keeps to be read without network. Names are looked
   up before, so that forgetting can begin in the same moment as leaving. Sealed bags stay when somebody leaves
   fast: nobody reads them here. Signing out asks about them first (unsent-bags.js), and then takes them too. */
const READABLE = "readable-";
let pages = [];
let stores = [];

const look = async () => {
  pages = (await window.caches?.keys()) ?? [];
  const found = (await window.indexedDB?.databases?.()) ?? [];
  stores = found.map((one) => one.name).filter((name) => name.startsWith(READABLE));
};

const forget = () => {
  pages.forEach((name) => caches.delete(name));
  stores.forEach((name) => indexedDB.deleteDatabase(name));
  navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.unregister()));
};

look().catch(() => {});
addEventListener("focusin", () => look().catch(() => {}));
document.addEventListener("click", (event) => event.target.closest?.("[data-leave-fast]") && forget(), true);
document.addEventListener(
  "submit",
  (event) => {
    if (!event.target.action.includes("/account/logout/")) return;
    forget();
    indexedDB.deleteDatabase("sealed-bags");
  },
  true,
);
