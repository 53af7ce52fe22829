import { renderStreamMessage, visit } from '@hotwired/turbo'
import { type LiveEvent, openLine } from './live-line.ts'
import { isTheirs } from './theirs.ts'

/*
 * A page that follows the conference: parts that changed are put in their place, and where a change was missed the
 * page is fetched again and morphed. What the reader does meanwhile (scrolling, an open detail) stays.
 */

const POLL_EVERY = 20_000
/** Where a clock runs, whoever has the floor changes while a page waits. */
const POLL_CLOCKS_EVERY = 4_000
const SPREAD = 500
/** Whoever did what changed a page has its answer first. */
const HEAD_START = 50

const STAMP = /<meta name="plenum-stamp" content="([^"]+)">/
const stamp = () => document.querySelector<HTMLMetaElement>('meta[name="plenum-stamp"]')
const here = () => location.pathname + location.search

let fetching = false
/** A form is on its way: its answer is a page newer than what is stale now, and nothing may come before it. */
let sending = false
/** The page is fetched again by us, not by its reader. */
let again = false
/** It changed once more while it was on its way. */
let changed = false
let polling: number | undefined
let wasCut = false

/** Whether so few people have it open that all of them may ask in the same moment: at once. */
const isForFew = () => document.body.hasAttribute('data-few')

/** Fetches the page again, not all browsers in the same moment; one that is on its way comes first. */
const fetchAgain = () => {
  if (fetching) return
  if (again) {
    changed = true
    return
  }
  fetching = true
  const wait = isForFew() ? HEAD_START : Math.random() * SPREAD
  setTimeout(() => {
    fetching = false
    if (sending) return
    again = true
    visit(location.href, { action: 'replace' })
  }, wait)
}
/** What was on its way has come, or does not come any more. */
const arrived = () => {
  again = false
  if (!changed) return
  changed = false
  fetchAgain()
}

function hear(event: LiveEvent) {
  const state = stamp()
  if (!state || event.path !== here()) return
  if (event.name === 'stale') fetchAgain()
  if (event.name === 'stamp') {
    if (event.stamp === null ? wasCut : event.stamp !== state.content) fetchAgain()
    wasCut = false
  }
  if (event.name === 'parts' && event.to !== state.content) {
    if (event.from !== state.content) return fetchAgain()
    renderStreamMessage(event.html)
    state.content = event.to
  }
}

/** While there is no stream, the page is compared with the server's from time to time. */
async function poll() {
  const state = stamp()
  const answer = await fetch(here(), { headers: { accept: 'text/html' } })
  const [, now] = STAMP.exec(await answer.text()) ?? []
  if (state && now && now !== state.content) fetchAgain()
}

/** Says so where the page no longer follows. */
function cut(down: boolean) {
  for (const said of document.querySelectorAll<HTMLElement>('[data-live-state]')) {
    said.dataset.liveState = down ? 'cut' : 'live'
    said.hidden = !down
  }
  clearInterval(polling)
  polling = undefined
  if (!down) return
  wasCut = true
  const often = document.querySelector('speech-clock, [data-screen]')
  const wait = often ? POLL_CLOCKS_EVERY : POLL_EVERY
  const every = wait + Math.random() * wait
  polling = window.setInterval(() => poll().catch(() => undefined), every)
}

document.addEventListener('turbo:submit-start', () => {
  sending = true
  again = false
  changed = false
})
// The server says once what was just done; a page that follows its own deed keeps saying it until the reader goes on.
document.addEventListener('turbo:before-render', (event) => {
  const said = document.querySelector('main > .done')
  const main = (event as CustomEvent<{ newBody: HTMLElement }>).detail.newBody.querySelector('main')
  if (again && said && !main?.querySelector(':scope > .done')) main?.prepend(said.cloneNode(true))
})
document.addEventListener('turbo:load', arrived)
document.addEventListener('turbo:fetch-request-error', arrived)
// The server does not know what its reader opened, ticked or typed: only the answer to a form changes that.
document.addEventListener('turbo:before-morph-attribute', (event) => {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
  if (!sending && event.target && isTheirs(event.target, attributeName)) event.preventDefault()
})

for (const came of ['turbo:load', 'turbo:render', 'turbo:fetch-request-error']) {
  document.addEventListener(came, () => {
    sending = false
  })
}

let line: ReturnType<typeof openLine> | undefined

const follow = () => {
  line ??= openLine({ hear, cut })
  line.follow(stamp() ? here() : null)
}

if ('locks' in navigator && 'BroadcastChannel' in window) {
  document.addEventListener('turbo:load', follow)
  addEventListener('pagehide', () => {
    line?.leave()
    line = undefined
  })
  addEventListener('pageshow', (event) => event.persisted && follow())
}
