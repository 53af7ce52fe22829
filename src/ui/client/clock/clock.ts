import '../../style/clock.css'
import { createServerClock } from './server-clock.ts'
import { defineSpeechClock, showClocks } from './speech-clock.ts'

const MINUTE = 60_000

const server = createServerClock({
  async ask() {
    const answer = await fetch('/clock', { cache: 'no-store' })
    if (!answer.ok) throw new RangeError('The server does not tell the time')
    return Number(await answer.text())
  },
  now: () => Date.now(),
  steady: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  known: showClocks,
})
const measure = () => void server.measure()

defineSpeechClock(server)
measure()
setInterval(measure, 5 * MINUTE)
// A device that slept, or whose clock was set, shows the wrong second until it has asked again.
setInterval(() => {
  if (!server.jumped()) return
  showClocks()
  measure()
}, 1000)
for (const back of ['online', 'pageshow', 'focus']) addEventListener(back, measure)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') measure()
})
