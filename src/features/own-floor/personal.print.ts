import { setBeside } from '../../i18n/numbers.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import type { PersonalItem } from '../../kernel/people/personal-item.ts'
import { readingOf, Text } from '../../kernel/text.ts'
import { type Floor, limitOf, type Speech } from '../floor/queue/floor.ts'
import { sayKind, sayTerm } from '../floor/terms.print.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { addressOfFloor } from './model.ts'
import type { OwnSpeech, Stands } from './own.ts'
import { say } from './words.ts'

/** A list in which somebody’s delegation asked for the floor, as their own programme shows it. */
export interface Owned {
  conference: { id: string; zone: string }
  party: PartyCode
  session: ProgrammeSession
  floor: Floor
}

const MINUTE = 60_000
const toMinute = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(at / MINUTE) * MINUTE)

/** From when to when, as far as it is known: a request that is handed in has no time of its own. */
function spanOf(floor: Floor, { speech, stands }: OwnSpeech): PersonalItem['plan'] {
  if (stands.is === 'written') return { start: null, end: null }
  const begins = stands.is === 'waiting' ? stands.likely : stands.since
  if (begins === null) return { start: null, end: null }
  const ends = stands.is === 'heard' ? stands.until : begins + limitOf(floor, speech) * 1000
  const [start, end] = [toMinute(begins), toMinute(ends)]
  return { start, end: Temporal.Instant.compare(start, end) < 0 ? end : null }
}

const titleOf = ({ kind }: Speech, session: ProgrammeSession): Text =>
  Text.parse({
    original: 'en',
    in: Object.fromEntries(
      LANGUAGES.map((language) => {
        const name = readingOf(session.title, language).value
        const value = say(language, 'own.title', { label: sayKind(language, kind), name })
        return [language, { value, status: 'unofficial' }]
      }),
    ),
  })

const sayKindOf = (language: Language, stands: Stands | null): string =>
  stands?.is === 'waiting'
    ? setBeside(language, [
        sayTerm(language, 'likely'),
        say(language, 'place', { number: stands.number }),
      ])
    : sayTerm(language, 'floor')

function entryOf(
  { conference, party, session, floor }: Owned,
  speech: Speech,
  stands: Stands | null,
): PersonalItem {
  const span = stands === null ? { start: null, end: null } : spanOf(floor, { speech, stands })
  const { zone } = conference
  const revised = Temporal.Instant.fromEpochMilliseconds(
    floor.standing.at(-1)?.at ?? speech.askedAt,
  )
  return {
    uid: `speech-${speech.id}@plenum`,
    conference: conference.id,
    address: addressOfFloor(conference.id, party, session.slug),
    title: titleOf(speech, session),
    kind: (language) => sayKindOf(language, stands),
    lines: (language) => (stands?.is === 'waiting' ? [say(language, 'own.likely')] : []),
    room: session.room,
    day: span.start?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? session.day,
    latestDay: null,
    ...{ zone, plan: span, expected: span },
    status: stands === null ? 'cancelled' : stands.is === 'waiting' ? 'tentative' : 'confirmed',
    ...{ sequence: floor.seq, revised, stamped: revised },
  }
}

/** What a delegation says in a session, as its people have it in their own programme; what was withdrawn says so. */
export const itemsOf = (owned: Owned, own: readonly OwnSpeech[]): readonly PersonalItem[] => [
  ...own
    .filter(({ stands }) => stands.is !== 'written')
    .map(({ speech, stands }) => entryOf(owned, speech, stands)),
  ...owned.floor.withdrawn
    .filter(({ party, way }) => party === owned.party && way !== 'written')
    .map((speech) => entryOf(owned, speech, null)),
]
