/* Loads Leaflet when it is asked for, and lays the area's own ground under it. */
let loading;

function style(address) {
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
    link.onload = done;
    link.onerror = failed;
    document.head.append(link);
  });
}

function script(address) {
  return new Promise((done, failed) => {
    const tag = Object.assign(document.createElement("script"), { src: address });
    tag.onload = done;
    tag.onerror = failed;
    document.head.append(tag);
  });
}

function text(words) {
  const holder = document.createElement("span");
  holder.textContent = words;
  return holder.innerHTML;
}

function ground(map, geojson) {
  const drawn = L.geoJSON(geojson, {
    interactive: false,
    style: ({ properties }) => ({ className: `ground ground--${properties.kind}` }),
  });
  drawn.addTo(map);
}

/** A map in `here`, of what `facts` (data attributes) say; Leaflet, style and ground come over the wire now. */
export async function openMap(here, facts) {
  loading ??= Promise.all([style(facts.style).then(() => style(facts.ours)), script(facts.script)]);
  const [, answer] = await Promise.all([loading.catch((error) => ((loading = undefined), Promise.reject(error))), fetch(facts.ground)]);
  if (!answer.ok) throw new Error(answer.statusText);
  const geojson = await answer.json();
  const [south, west, north, east] = facts.box.split(",").map(Number);
  const box = L.latLngBounds([south, west], [north, east]);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(here, {
    attributionControl: false,
    zoomControl: false,
    keyboardPanDelta: 60,
    zoomSnap: 0.25,
    maxBounds: box.pad(0.6),
    maxZoom: 20,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
  });
  L.control.zoom({ zoomInTitle: facts.nearer, zoomOutTitle: facts.farther }).addTo(map);
  const owed = [facts.owed, facts.tiles && facts.tilesOwed].filter(Boolean).map(text);
  if (owed.length) L.control.attribution({ prefix: false }).addAttribution(owed.join(" · ")).addTo(map);
  map.fitBounds(box);
  map.setMinZoom(map.getZoom() - 1);
  if (facts.tiles) L.tileLayer(facts.tiles, { maxZoom: 20, maxNativeZoom: 19 }).addTo(map);
  ground(map, geojson);
  here.setAttribute("role", "application");
  here.setAttribute("aria-label", facts.label);
  return map;
}

/** A mark with our own shape: a circle for a need, a diamond for an asset, a drop for a pin. */
export function mark(kind, words = "") {
  return L.divIcon({ className: `map-mark map-mark--${kind}`, html: `<span>${text(words)}</span>`, iconSize: [44, 44] });
}
