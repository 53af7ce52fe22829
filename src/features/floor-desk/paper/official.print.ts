import { sayOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { wallAt } from '../../../i18n/wall.ts'
import { figuresOf } from '../../../kernel/floor/figures.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Heard, Speech } from '../../floor/queue/floor.ts'
import { limitOf } from '../../floor/queue/floor.ts'
import { type Likely, likely } from '../../floor/queue/likely.ts'
import { markedTitle, sayKind, sayTerm, sayWay } from '../../floor/terms.print.ts'
import type { DeskList } from '../facts.ts'
import { clockAt, momentAt, partyName, printedSpeaker, titleOf } from '../names.print.ts'
import { sayLimit } from '../told.print.ts'
import { say } from '../words.ts'

/** One speech as the official list prints it. */
interface Printed {
  number: number
  party: string
  code: string
  speaker: ReturnType<typeof speakerOn>
  kind: string
  language: string
  way: string
  /** From when to when, once it was heard; else when it is likely to begin. */
  from: string
  to: string
  spent: string
  limit: string
}

/** Whoever asked not to be named in any list is not named in this one. */
function speakerOn(list: DeskList, { id }: Speech, language: Language) {
  const person = printedSpeaker(list.speakers.get(id), language)
  if (!person || person.unpublished) return null
  return person
}

const kindOn = (list: DeskList, { id, kind }: Speech, language: Language) => {
  const onBehalfOf = list.speakers.get(id)?.onBehalfOf
  return [
    ...(kind === 'single' ? [] : [sayKind(language, kind)]),
    ...(onBehalfOf ? [`${sayTerm(language, 'on-behalf-of')} ${onBehalfOf}`] : []),
  ].join(' · ')
}

const printed = (list: DeskList, speech: Speech, language: Language) => ({
  party: partyName(list, speech.party, language),
  code: String(speech.party),
  speaker: speakerOn(list, speech, language),
  kind: kindOn(list, speech, language),
  language: speech.language === null ? '' : LANGUAGE_NAMES[speech.language],
  way: sayWay(language, speech.way),
})

const heardOn = (list: DeskList, heard: Heard, language: Language) => ({
  ...printed(list, heard.speech, language),
  from: clockAt(heard.givenAt, list),
  to: clockAt(heard.endedAt, list),
  spent: figuresOf(heard.spent),
  limit: sayLimit(language, heard.limit),
})

function aheadOn(list: DeskList, speech: Speech, language: Language, { begins }: Likely) {
  const at = begins.get(speech.id)
  return {
    ...printed(list, speech, language),
    from: at === undefined ? '' : clockAt(at, list),
    ...{ to: '', spent: '' },
    limit: speech.way === 'written' ? '' : sayLimit(language, limitOf(list.floor, speech)),
  }
}

const numbered = (lines: readonly Omit<Printed, 'number'>[]): Printed[] =>
  lines.map((line, index) => ({ number: index + 1, ...line }))

/** The official list at an instant: what was heard with its times, and who is still to be heard, in their order. */
export function officialList(list: DeskList, language: Language, now: Temporal.Instant) {
  const { floor, published } = list
  const begins = published?.expected.start?.epochMilliseconds ?? null
  const expected = likely(floor, now.epochMilliseconds, begins)
  const current = floor.current ? [floor.current.speech] : []
  const ahead = [...current, ...floor.waiting, ...floor.replies]
  return {
    isFinal: floor.meeting === 'adjourned',
    heard: numbered(floor.heard.map((one) => heardOn(list, one, language))),
    ahead: numbered(ahead.map((one) => aheadOn(list, one, language, expected))),
    written: numbered(floor.written.map((one) => aheadOn(list, one, language, expected))),
  }
}

/** What the list says of itself: provisional as of its time, or as the session was. */
function standingOf(list: DeskList, language: Language, now: Temporal.Instant): string[] {
  const { floor, session, conference, rehearsal } = list
  const { offset } = wallAt(now.epochMilliseconds, conference.zone)
  const at = `${momentAt(language, now.epochMilliseconds, list)} (${sayOffset(language, offset)})`
  const { begunAt, adjournedAt } = floor
  return [
    ...(rehearsal ? [sayTerm(language, 'rehearsal')] : []),
    sayDay(language, session.day),
    ...(begunAt !== null && adjournedAt !== null
      ? [`${clockAt(begunAt, list)}–${clockAt(adjournedAt, list)}`]
      : []),
    ...(floor.meeting === 'adjourned'
      ? [say(language, 'paper.final')]
      : [say(language, 'paper.provisional'), at]),
  ]
}

/** The official list on paper. */
export function officialPaper(list: DeskList, language: Language, now: Temporal.Instant) {
  const { isFinal, heard, ahead, written } = officialList(list, language, now)
  const lines = (some: readonly Printed[]) =>
    some.map(({ speaker, kind, way, language: tongue, ...line }) => ({
      ...line,
      number: `${line.number}`,
      speaker: speaker && {
        ...{ name: speaker.name, latin: speaker.latinName },
        office: speaker.office && { text: speaker.office.value, lang: speaker.office.language },
      },
      notes: [kind, tongue, way === sayWay(language, 'in-person') ? '' : way].filter(Boolean),
    }))
  const part = (title: string, some: readonly Printed[], last: string) => ({
    ...{ title, last, lines: lines(some) },
  })
  return {
    ...{ language, rtl: directionOf(language) === 'rtl', author: 'Plenum' },
    title: sayTerm(language, 'list'),
    session: titleOf(list, language),
    conference: readingOf(list.conference.name, language).value,
    facts: standingOf(list, language, now),
    columns: [
      say(language, 'number'),
      say(language, 'delegation'),
      say(language, 'paper.notes'),
      say(language, 'paper.time'),
    ],
    none: say(language, 'nobody-waits'),
    parts: [
      part(say(language, 'heard'), heard, say(language, 'spoken')),
      part(
        isFinal ? say(language, 'not-reached') : say(language, 'paper.ahead'),
        ahead,
        say(language, 'limit'),
      ),
      part(say(language, 'written'), written, ''),
    ].filter(({ lines: some }) => some.length > 0),
  }
}

/** Columns of the table that spreadsheets read. */
export const officialColumns = (language: Language): string[] => [
  say(language, 'number'),
  say(language, 'state'),
  say(language, 'code'),
  say(language, 'delegation'),
  say(language, 'speaker'),
  say(language, 'latin-name'),
  say(language, 'office'),
  say(language, 'kind'),
  say(language, 'language'),
  say(language, 'way'),
  say(language, 'from'),
  say(language, 'to'),
  say(language, 'spoken'),
  say(language, 'limit'),
]

/** The same list as rows. */
export function officialRows(list: DeskList, language: Language, now: Temporal.Instant) {
  const { isFinal, heard, ahead, written } = officialList(list, language, now)
  const rows = (state: string, lines: readonly Printed[]) =>
    lines.map((line) => [
      ...[line.number, markedTitle(language, state, list.rehearsal), line.code, line.party],
      line.speaker?.name ?? '',
      line.speaker?.latinName ?? '',
      line.speaker?.office?.value ?? '',
      ...[line.kind, line.language, line.way],
      ...[line.from, line.to, line.spent, line.limit],
    ])
  return [
    ...rows(say(language, 'heard'), heard),
    ...rows(say(language, isFinal ? 'not-reached' : 'paper.ahead'), ahead),
    ...rows(say(language, 'written'), written),
  ]
}
