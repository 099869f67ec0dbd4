// Keeps Today and the calendar readable without a network. Writes do not pass here: they wait apart
// (src/features/offline/unsent.ts). Plain JavaScript, because browsers fetch it by this very name.
const PAGES = "mesocycle-pages-1";
const ASSETS = "mesocycle-assets-1";
const KEPT = ["/today", "/calendar"];
const MOST_ASSETS = 300;
/** After so long without an answer the kept page is shown; it says itself from when it is. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = 3_000;
const ASSET_IN_TEXT = /\/_next\/static\/[^"'\\\s<>()]+?\.(?:js|css|woff2)/g;

/** Grows at every sign-out, so that a page that was asked for before it is not kept after it. */
let era = 0;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const forgetOlder = async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name !== PAGES && name !== ASSETS).map((name) => caches.delete(name)),
    );
    await self.clients.claim();
  };
  event.waitUntil(forgetOlder());
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keepAll(event.data.assets ?? []));
  if (event.data?.type === "forget") event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(event, url));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(openAsset(request));
  else if (request.headers.get("rsc")) event.respondWith(refreshPage(event, url));
});

/** The page from the server; the kept one where neither it nor a proxy before it has an answer. */
async function openPage(event, url) {
  // Whoever arrives at the sign-in is not signed in any more: nothing personal stays readable.
  if (url.pathname === "/sign-in") await forget();
  const kept = await keptPage(url);
  const answer = fetch(event.request);
  try {
    const response = await (kept ? Promise.race([answer, afterPatience()]) : answer);
    if (kept && response.status >= 502) return kept;
    if (response.ok && KEPT.includes(url.pathname) && url.search === "") {
      event.waitUntil(keep(url.pathname, response.clone(), era));
    }
    return response;
  } catch {
    answer.catch(() => undefined);
    return kept ?? offlinePage();
  }
}

async function keptPage(url) {
  const pages = await caches.open(PAGES);
  return await pages.match(url.pathname === "/" ? "/today" : url.pathname, { ignoreVary: true });
}

function afterPatience() {
  return new Promise((_, refuse) => setTimeout(() => refuse(new Error("too slow")), PATIENCE_MS));
}

/**
 * New numbers for a page that is open. Without an answer Next would load the page anew, and what somebody is typing
 * there would be gone: so the page that is open waits for the network. One that was left may fail, and its kept
 * copy opens.
 */
async function refreshPage(event, url) {
  for (;;) {
    try {
      return await fetch(event.request);
    } catch (error) {
      const page = await self.clients.get(event.clientId);
      if (!page || new URL(page.url).pathname !== url.pathname) throw error;
      await new Promise((resume) => setTimeout(resume, AGAIN_MS));
    }
  }
}

/** Built files never change under their name. */
async function openAsset(request) {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await assets.put(request, response.clone());
  return response;
}

async function keepAll(assets) {
  const begun = era;
  // First what no page names: a kept page says that all is here.
  await keepAssets(assets);
  for (const path of KEPT) {
    const response = await fetch(path, { redirect: "manual" }).catch(() => null);
    if (response?.ok) await keep(path, response, begun);
  }
}

async function keep(path, response, begun) {
  if (!response.headers.get("content-type")?.startsWith("text/html")) return;
  const copy = response.clone();
  const text = await response.text();
  await keepAssets(text.match(ASSET_IN_TEXT) ?? []);
  if (begun !== era) return;
  await (await caches.open(PAGES)).put(path, copy);
  if (begun !== era) await caches.delete(PAGES);
}

async function keepAssets(paths) {
  const assets = await caches.open(ASSETS);
  for (const path of new Set(paths)) {
    if (await assets.match(path, { ignoreVary: true })) continue;
    await assets.add(path).catch(() => undefined);
  }
  const keys = await assets.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_ASSETS)).map((key) => assets.delete(key)));
}

async function forget() {
  era += 1;
  await caches.delete(PAGES);
}

function offlinePage() {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Offline · Mesocycle</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:18vh auto;padding:0 1rem;background:#f6f4ee;color:#1a1b20}
h1{font-size:1.625rem;line-height:1.15;font-weight:750;letter-spacing:-.01em;margin:0 0 .5rem}p{margin:0 0 1.25rem}
ul{list-style:none;margin:0;padding:0;border-top:2px solid}li{border-bottom:1px solid #8886}
a{display:block;padding:.75rem 0;color:inherit;font-weight:600}
@media(prefers-color-scheme:dark){body{background:#14151a;color:#f2efe6}}</style>
<h1>You are offline</h1><p>This page is not kept on this device. It opens as soon as there is a connection. These are here:</p>
<ul><li><a href="/today">Today, with the log and the check-in</a></li><li><a href="/calendar">Calendar</a></li></ul></html>`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  };
  return new Response(body, { status: 503, headers });
}
