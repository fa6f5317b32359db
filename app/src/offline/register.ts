/** Keep the page for times without a network, where the browser can. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // An insecure address or a browser that keeps nothing: the page works, only not offline.
  navigator.serviceWorker.register("./service-worker.js").catch(() => undefined);
}
