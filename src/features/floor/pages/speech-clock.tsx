import type { Countdown } from '../../../kernel/floor/countdown.ts'
import { remainingAt } from '../../../kernel/floor/countdown.ts'
import { figuresOf } from '../../../kernel/floor/figures.ts'
import type { Language } from '../../../kernel/language.ts'
import { ConferenceTime, type Zones } from '../../../ui/reader-time.tsx'
import { sayPhase } from '../terms.print.ts'
import { say } from '../words.ts'

const PHASED = ['green', 'amber', 'red', 'over'] as const

/** What the browser says beside the figures. */
const wordsIn = (language: Language) =>
  JSON.stringify({
    ...Object.fromEntries(PHASED.map((phase) => [phase, sayPhase(language, phase)])),
    paused: say(language, 'clock.paused'),
  })

/**
 * The time that remains to whoever has the floor. The browser counts it down by the server's clock; where it does not,
 * its end stands here in words. So it is the same for everybody, and a page need not be rendered each second.
 */
export function SpeechClock({
  countdown,
  zones,
  class: classes,
}: {
  countdown: Countdown
  zones: Zones
  class?: string
}) {
  const { language } = zones
  const { limit, amber, red, spent, since } = countdown
  return (
    <speech-clock
      class={classes}
      role="timer"
      aria-label={say(language, 'clock')}
      data-limit={`${limit}`}
      data-amber={`${amber}`}
      data-red={`${red}`}
      data-spent={`${spent}`}
      data-since={since === null ? '' : `${since}`}
      data-words={wordsIn(language)}
    >
      <ClockInWords countdown={countdown} zones={zones} />
    </speech-clock>
  )
}

/** When the time is over, or what remains while the clock stands still. */
export function ClockInWords({ countdown, zones }: { countdown: Countdown; zones: Zones }) {
  const { since } = countdown
  const { language } = zones
  if (since === null) {
    return (
      <span class="clock-plain">
        <bdi dir="ltr">{figuresOf(remainingAt(countdown, 0))}</bdi> {say(language, 'clock.paused')}
      </span>
    )
  }
  const end = Temporal.Instant.fromEpochMilliseconds(
    Math.round(since + remainingAt(countdown, since)),
  )
  const day = end.toZonedDateTimeISO(zones.conference).toPlainDate().toString()
  return (
    <span class="clock-plain">
      {say(language, 'clock.ends')}{' '}
      <ConferenceTime span={{ start: end, end: null }} day={day} zones={zones} />
    </span>
  )
}
