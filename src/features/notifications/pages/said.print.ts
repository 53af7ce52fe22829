import { sayDuration, sayOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { wallAt } from '../../../i18n/wall.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { epochOf } from '../../../kernel/time.ts'
import { sayForm, sayPart } from '../../brokering/terms.print.ts'
import { nameOn } from '../../parties/model.ts'
import { sayRole } from '../../people/roles.print.ts'
import type { Facts, Names } from '../facts.ts'
import { say } from '../words.ts'

/** Something that a notice names: «Pledge: KEN-2021-03». */
export interface Said {
  label: string
  value: string
}

/** What is known besides of whom it is said to. */
export interface Reader {
  language: Language
  /** Null: universal time. */
  zone: string | null
  now: Temporal.Instant
}

/** What a kind of notices is called; a kind that is told no more has its name alone. */
export const sayKind = (language: Language, kind: string): string => {
  const key = `kind.${kind}` as Parameters<typeof say>[1]
  try {
    return say(language, key)
  } catch (error) {
    if (error instanceof RangeError) return say(language, 'kind.former')
    throw error
  }
}

/** When something was told, on the reader's clock: «7 December 2021, 19:30 UTC+05:45». */
export function sayMoment({ language, zone }: Reader, at: Temporal.Instant): string {
  const { day, clock, offset } = wallAt(epochOf(at), zone ?? 'UTC')
  const values = { day: sayDay(language, day), clock, offset: sayOffset(language, offset) }
  return say(language, 'moment', values)
}

/** Everything that a notice names, as labels and values, so that no name is declined. */
export function saidOf(facts: Facts, names: Names, { language, now }: Reader): Said[] {
  const { conference, pledge, party, release, sessions, minutes, role, round, answer, page } = facts
  const { document, draft, languages, count, capability, form, part } = facts
  const words = (text: Text | undefined) => {
    if (!text) return undefined
    const reading = readingOf(text, language)
    return reading.language === language ? reading.value : isolateIn(language, reading.value)
  }
  const held = party && names.parties.get(party as PartyCode)
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const asked = round ? names.rounds.get(round) : undefined
  const titles = sessions?.flatMap((id) => words(names.sessions.get(id)) ?? []) ?? []
  const said: readonly (readonly [Parameters<typeof say>[1], string | undefined])[] = [
    ['fact.pledge', pledge && isolateIn(language, pledge)],
    ['fact.party', held ? nameOn(held, today, language).short : party],
    [
      'fact.capability',
      capability && (names.capabilities.get(capability)?.[language] ?? capability),
    ],
    ['fact.form', form && sayForm(language, form)],
    ['fact.part', part && sayPart(language, part)],
    ['fact.answer', answer && say(language, `answer.${answer}`)],
    ['fact.role', role && role !== 'loader' ? sayRole(language, role) : undefined],
    ['fact.round', words(asked?.name)],
    ['fact.due', asked && sayDay(language, asked.due)],
    ['fact.last-day', facts.day && sayDay(language, facts.day)],
    ['fact.sessions', titles.length > 0 ? titles.join(say(language, 'semicolon')) : undefined],
    ['fact.late', minutes ? sayDuration(language, minutes) : undefined],
    ['fact.document', words(names.documents.get(`${conference}/${document}`))],
    ['fact.draft', draft === undefined ? undefined : String(draft)],
    [
      'fact.languages',
      languages
        ?.map((one) => isolateIn(language, LANGUAGE_NAMES[one]))
        .join(say(language, 'comma')),
    ],
    ['fact.count', count === undefined ? undefined : String(count)],
    ['fact.release', release === undefined ? undefined : String(release)],
    ['fact.page', page && isolateIn(language, page)],
    ['fact.endpoint', facts.endpoint && isolateIn(language, facts.endpoint)],
    ['fact.conference', conference && words(names.conferences.get(conference)?.shortName)],
  ]
  return said.flatMap(([key, value]) => (value ? [{ label: say(language, key), value }] : []))
}

/** A notice on one line: «Pledge returned · Pledge: KEN-2021-03 · Conference: Seoul 2021». */
export const lineOf = (language: Language, kind: string, said: readonly Said[]): string =>
  [
    sayKind(language, kind),
    ...said.map(({ label, value }) => say(language, 'pair', { label, value })),
  ].join(' · ')
