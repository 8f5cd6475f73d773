/*
 * The H5 app without a network: its own files come from the cache, data is the app's own matter (state/archive.ts).
 * `FIRST`, `LATER` and `EDITION` are written above this text by offlineApp.js at build time: files that are stored when the
 * worker is installed, and those of staff pages, stored when they are first used.
 */
/* global self, caches, fetch, setTimeout, FIRST, LATER, EDITION */
const CACHE = `app-${EDITION}`

/** A stored page is shown when the server has not answered for so long. */
const PATIENCE_MS = 2000

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(FIRST)))
})

/** Reached only when no tab shows the old edition any more. */
self.addEventListener('activate', event => {
  const dropOld = names => Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name)))
  event.waitUntil(caches.keys().then(dropOld))
})

/** The page itself: the newest from the server; what was stored if there is none, or after two seconds. */
const openPage = request => {
  const fresh = fetch(request)
  const stored = () => caches.match('/').then(page => page || fresh)
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE_MS)).then(stored)
  return Promise.race([fresh.catch(stored), late])
}

const fetchAndKeep = async request => {
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}

/** Files with a hash in their name never change. */
const openFile = request => caches.match(request).then(kept => kept || fetchAndKeep(request))

self.addEventListener('fetch', event => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(openPage(request))
  else if (FIRST.includes(pathname) || LATER.includes(pathname)) event.respondWith(openFile(request))
})
