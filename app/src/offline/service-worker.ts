/// <reference lib="webworker" />
/** Keeps every file of this build, so that the page opens without a network and asks nobody for anything once it has loaded. */

/** Paths of all files of the build and a name made from what they hold: written here when the app is built. */
declare const build: { readonly name: string; readonly files: readonly string[] };

const scope = self as unknown as ServiceWorkerGlobalScope;
const prefix = "gongfu-";
const cacheName = `${prefix}${build.name}`;

scope.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.addAll(build.files.map((file) => new Request(file, { cache: "no-cache" })))),
  );
});

// A newer build waits until no page of the older is open: a page never gets files of two builds.
scope.addEventListener("activate", (event) => {
  const old = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => scope.clients.claim()));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope.registration.scope)) return;
  const wanted = request.mode === "navigate" ? "index.html" : request;
  event.respondWith(caches.open(cacheName).then(async (cache) => (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(request)));
});
