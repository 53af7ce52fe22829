import '../../style/clock.css'
import { keepRight } from './keeping.ts'
import { createServerClock } from './server-clock.ts'
import { defineSpeechClock, showClocks } from './speech-clock.ts'

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

defineSpeechClock(server)
keepRight(server, { window, document, show: showClocks })
