import { sayZoneOffset } from '../../../i18n/clock.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { ClockRemark } from '../../../ui/reader-time.tsx'
import { SESSION_KINDS } from '../model.ts'
import type { Wish } from '../wish.ts'
import { say } from '../words.ts'
import { type Frame, readerWords, sayPlace } from './marks.tsx'

/** From this many sessions on, readers may choose among them. */
const MANY = 12

/** Whose times and whose days these are, and a plain word where they are not the reader’s. */
export function Remark({ frame, wish, address }: { frame: Frame; wish: Wish; address: string }) {
  const { language, programme, zones } = frame
  const firsts = new Map<string, Temporal.Instant>()
  for (const { day, plan } of programme.sessions) {
    if (plan.start && !firsts.has(day)) firsts.set(day, plan.start)
  }
  const [at] = firsts.values()
  if (!at) return null
  const offset = (zone: string) => sayZoneOffset(language, at, zone)
  const ownDays = wish.days === 'own' && zones.chosen !== null
  const other = new URLSearchParams({
    ...(zones.chosen && { zone: zones.chosen }),
    ...(!ownDays && { days: 'own' }),
  })
  return (
    <div class="notice">
      <p>
        {say(language, 'zone.base', { offset: offset(zones.conference) })}{' '}
        {zones.chosen ? (
          <strong>
            {say(language, 'zone.chosen', { place: sayPlace(zones, offset(zones.chosen)) })}
          </strong>
        ) : (
          <ClockRemark moments={[...firsts.values()]} reserve={longestRemark(language)} />
        )}
      </p>
      <p class="mark mb-0">
        {say(language, ownDays ? 'grouped.own' : 'grouped.conference')}{' '}
        {zones.chosen && (
          <a href={`${hrefOf(language, address)}?${other}`}>
            {say(language, ownDays ? 'group.conference' : 'group.own')}
          </a>
        )}
      </p>
    </div>
  )
}

const longestRemark = (language: Language) => {
  const { differs, group } = readerWords(language)
  return `${differs.replace('{offset}', 'UTC+05:45')} ${group}`
}

/** Kinds and themes to choose from, where there are many sessions. */
export function Filter({ frame, wish, address }: { frame: Frame; wish: Wish; address: string }) {
  const { language, programme, themes } = frame
  if (programme.sessions.length <= MANY) return null
  const kinds = SESSION_KINDS.filter((kind) => programme.sessions.some((one) => one.kind === kind))
  const link = (more: Record<string, string>, label: string, here: boolean) => (
    <a
      class="me-4"
      href={`${hrefOf(language, address)}?${new URLSearchParams({ ...zoneOf(wish), ...more })}`}
      aria-current={here ? 'true' : undefined}
    >
      {label}
    </a>
  )
  return (
    <nav class="mb-4 text-sm" aria-label={say(language, 'filter')}>
      {link({}, say(language, 'filter.all'), !wish.kind && !wish.theme)}
      {kinds.map((kind) => link({ kind }, say(language, `kind.${kind}`), wish.kind === kind))}
      {[...themes].map(([theme, title]) =>
        link({ theme }, readingOf(title, language).value, wish.theme === theme),
      )}
    </nav>
  )
}

const zoneOf = ({ zone, days }: Wish) => ({ ...(zone && { zone }), ...(days && { days }) })

/** The programme for calendars, for paper and for programs. */
export function Take({ frame, origin }: { frame: Frame; origin: string }) {
  const { language, programme } = frame
  const file = `${hrefOf(language, `/${programme.conference.id}`)}/programme`
  const webcal = origin.replace(/^https?:/, 'webcal:')
  return (
    <section class="screen-only">
      <h2>{say(language, 'take')}</h2>
      <p>
        <a class="btn btn-primary" href={`${webcal}${file}.ics`}>
          {say(language, 'take.subscribe')}
        </a>{' '}
        <a class="btn" href={`${file}.ics`} data-turbo="false">
          {say(language, 'take.file')}
        </a>{' '}
        <a class="btn" href={`${file}.pdf`} data-turbo="false">
          {say(language, 'take.pdf')}
        </a>
      </p>
      <p class="mark">
        {say(language, 'take.formats')}{' '}
        {['json', 'xml', 'csv'].map((format) => (
          <a class="me-3" href={`${file}.${format}`} data-turbo="false">
            <bdi>{format.toUpperCase()}</bdi>
          </a>
        ))}
      </p>
    </section>
  )
}

/** What the form for another place says. */
export const pickerWords = (language: Language) => ({
  summary: say(language, 'zone.other'),
  place: say(language, 'zone.place'),
  days: say(language, 'days'),
  conference: say(language, 'days.conference'),
  own: say(language, 'days.own'),
  show: say(language, 'zone.show'),
})
