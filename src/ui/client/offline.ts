import { keptAs, languageOf, mayKeep } from './offline-rules.ts'

/*
 * The service worker: when the network is gone it shows the programme as last read on this device, and the page of a
 * door, and for every other page says so. It never answers before the network was asked, and keeps only what is public.
 */

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void
  addEventListener(type: 'fetch', hear: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const worker = globalThis as unknown as Worker
const CACHE = 'plenum-1'

const keep = async (request: Request | string, answer: Response) =>
  (await caches.open(CACHE)).put(request, answer)

async function keepOfflinePage(path: string): Promise<void> {
  const address = `/${languageOf(path)}/offline`
  if (await caches.match(address)) return
  const answer = await fetch(address)
  if (answer.ok) await keep(address, answer)
}

async function fromNetwork(event: Asked, lasts: boolean): Promise<Response> {
  const { pathname } = new URL(event.request.url)
  try {
    const answer = await fetch(event.request)
    if (lasts && mayKeep(answer.status, answer.headers.get('cache-control'))) {
      event.waitUntil(keep(pathname, answer.clone()))
    }
    event.waitUntil(keepOfflinePage(pathname).catch(() => undefined))
    return answer
  } catch {
    const kept = lasts ? await caches.match(pathname) : undefined
    return kept ?? (await caches.match(`/${languageOf(pathname)}/offline`)) ?? Response.error()
  }
}

async function fromDevice(event: Asked): Promise<Response> {
  const kept = await caches.match(event.request)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (mayKeep(answer.status, answer.headers.get('cache-control'))) {
    event.waitUntil(keep(event.request, answer.clone()))
  }
  return answer
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { method, url, headers } = event.request
  const { origin, pathname } = new URL(url)
  if (origin !== location.origin) return
  const kept = keptAs(method, pathname, headers.get('accept') ?? '')
  if (kept === 'file') event.respondWith(fromDevice(event))
  else if (kept) event.respondWith(fromNetwork(event, kept === 'lasting'))
})
