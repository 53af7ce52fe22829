import { type Countdown, PHASES, type Phase, remainingAt } from '../../../kernel/floor/countdown.ts'
import { figuresOf } from '../../../kernel/floor/figures.ts'
import type { Language } from '../../../kernel/language.ts'
import { ConferenceTime, type Zones } from '../../../ui/reader-time.tsx'
import { sayPhase } from '../terms.print.ts'
import { say } from '../words.ts'

/** Words of a clock that is no speaker's: while there is time, and once there is none. */
interface OtherWords {
  running: string
  over: string
}

/** What the browser says beside the figures. */
const wordsIn = (language: Language, other: OtherWords | null) =>
  JSON.stringify({
    ...Object.fromEntries(PHASES.map((phase) => [phase, wordOf(language, phase, other)])),
    paused: say(language, 'clock.paused'),
  })

const wordOf = (language: Language, phase: Phase, other: OtherWords | null) =>
  other ? other[phase === 'over' ? 'over' : 'running'] : sayPhase(language, phase)

/**
 * The time that remains to whoever has the floor. The browser counts it down by the server's clock; where it does not,
 * its end stands here in words. So it is the same for everybody, and a page need not be rendered each second.
 */
export function SpeechClock({
  countdown,
  zones,
  class: classes,
  label,
  words = null,
}: {
  countdown: Countdown
  zones: Zones
  class?: string
  /** What it is the time of, where it is not that of a speaker. */
  label?: string
  words?: OtherWords | null
}) {
  const { language } = zones
  const { limit, amber, red, spent, since } = countdown
  return (
    <speech-clock
      class={classes}
      role="timer"
      aria-label={label ?? say(language, 'clock')}
      data-limit={`${limit}`}
      data-amber={`${amber}`}
      data-red={`${red}`}
      data-spent={`${spent}`}
      data-since={since === null ? '' : `${since}`}
      data-words={wordsIn(language, words)}
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
