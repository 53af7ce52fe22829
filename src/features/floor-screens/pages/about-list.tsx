import { sayDuration } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { figuresOf } from '../../../kernel/floor/figures.ts'
import type { Language } from '../../../kernel/language.ts'
import { ConferenceTime, OwnOffset, OwnTime } from '../../../ui/reader-time.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { KINDS, type Kind } from '../../floor/queue/settings.ts'
import { sayKind, sayOrder } from '../../floor/terms.print.ts'
import { say } from '../words.ts'
import type { Screen } from './screen.tsx'

const MINUTE = 60

/** A time limit: «3 minutes»; with seconds, in figures. */
const sayLimit = (language: Language, seconds: number) =>
  seconds % MINUTE === 0 ? sayDuration(language, seconds / MINUTE) : figuresOf(seconds * 1000)

/** The limits of what the list hears: a right of reply and a point of order only where there are such. */
function limitsOf({ limits, replies, pointsOfOrder }: Screen['floor']['settings']) {
  const heard = (kind: Kind) => {
    if (kind === 'point-of-order') return pointsOfOrder
    if (kind === 'reply-first') return replies.most > 0
    return kind !== 'reply-second' || replies.most > 1
  }
  return KINDS.filter(heard).map((kind) => ({ kind, seconds: limits[kind] }))
}

/** The rules of a list that everybody may know: when inscription is open, who stands where, how long one may speak. */
export function AboutList({ screen }: { screen: Screen }) {
  const { floor, window, language } = screen
  return (
    <>
      <h2>{say(language, 'rules')}</h2>
      <dl>
        {window.opens !== null && (
          <Moment label={say(language, 'window.opens')} at={window.opens} screen={screen} />
        )}
        {window.closes !== null && (
          <Moment label={say(language, 'window.closes')} at={window.closes} screen={screen} />
        )}
        <div>
          <dt>{say(language, 'order')}</dt>
          <dd>{sayOrder(language, floor.settings.order)}</dd>
        </div>
        <div>
          <dt>{say(language, 'limits')}</dt>
          <dd>
            <ul class="floor-limits">
              {limitsOf(floor.settings).map(({ kind, seconds }) => (
                <li>
                  {sayKind(language, kind)}
                  {BETWEEN}
                  <bdi>{sayLimit(language, seconds)}</bdi>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </>
  )
}

/** An instant by the clock of the conference and the reader’s. */
export function Moment({
  label,
  at,
  screen: { zones, language },
}: {
  label: string
  at: number
  screen: Pick<Screen, 'zones' | 'language'>
}) {
  const start = Temporal.Instant.fromEpochMilliseconds(at)
  const day = start.toZonedDateTimeISO(zones.conference).toPlainDate().toString()
  const span = { start, end: null }
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {sayDay(language, day, { weekday: true })}
        {BETWEEN}
        <ConferenceTime span={span} day={day} zones={zones} />{' '}
        <span class="mark">
          <OwnTime span={span} day={day} zones={zones} />{' '}
          <OwnOffset
            at={start}
            zones={zones}
            say={(offset) => say(language, 'time.yours', { offset })}
          />
        </span>
      </dd>
    </div>
  )
}
