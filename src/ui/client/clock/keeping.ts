import type { ServerClock } from './server-clock.ts'

const MINUTE = 60_000
/** However little happens, clocks of machines drift. */
const ANEW = 5 * MINUTE
/** How soon it is seen that a device slept or that its clock was set. */
const LOOK = 1000

/** What tells a page that it is looked at again, or has its network back. */
const RETURNS = ['online', 'pageshow', 'focus'] as const

/** What a page hears of its device. */
export interface Surroundings {
  window: Pick<EventTarget, 'addEventListener'>
  document: Pick<EventTarget, 'addEventListener'> & { readonly visibilityState: string }
  /** Shows every clock of the page anew. */
  show(): void
}

/**
 * Keeps a page's clock right: asks the server at once, every few minutes, and whenever the page comes back. A device
 * that slept, or whose clock was set, shows the wrong second until it has asked again.
 */
export function keepRight(
  server: Pick<ServerClock, 'measure' | 'jumped'>,
  { window, document, show }: Surroundings,
): void {
  const measure = () => void server.measure()
  measure()
  setInterval(measure, ANEW)
  setInterval(() => {
    if (!server.jumped()) return
    show()
    measure()
  }, LOOK)
  for (const back of RETURNS) window.addEventListener(back, measure)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') measure()
  })
}
