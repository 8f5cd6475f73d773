/*
 * The H5 app without a network: its own files come from the cache, data is the app's own matter (state/archive.ts).
 * `ASSETS` and `EDITION` are written above this text by offlineApp.js at build time.
 */
/* global self, caches, fetch, ASSETS, EDITION */
const CACHE = `app-${EDITION}`

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(ASSETS)))
})

/** Reached only when no tab shows the old edition any more. */
self.addEventListener('activate', event => {
  const dropOld = names => Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name)))
  event.waitUntil(caches.keys().then(dropOld))
})

/** The page itself: the newest from the server; what was kept when there is none. */
const openPage = request => fetch(request).catch(() => caches.match('/'))

/** Files with a hash in their name never change. */
const openFile = request => caches.match(request).then(kept => kept || fetch(request))

self.addEventListener('fetch', event => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(openPage(request))
  else if (ASSETS.includes(pathname)) event.respondWith(openFile(request))
})
