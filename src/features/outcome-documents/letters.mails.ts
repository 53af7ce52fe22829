import { sayZoneOffset } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { facts, type Letter, link, type Part, paragraph } from '../../platform/mail/letter.ts'
import { outlineById } from '../conferences/queries.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import { Slug } from './model.ts'
import { documentOf } from './queries.ts'
import { say } from './words.ts'

/** What is written about, and to whom. */
const KINDS = {
  circulated: ['focal-point', 'co-chair'],
  silence: ['focal-point', 'co-chair'],
  objection: ['host-secretariat', 'un-secretariat', 'focal-point', 'co-chair'],
  adopted: ['focal-point', 'co-chair'],
} as const
export type LetterKind = keyof typeof KINDS

interface World {
  read: Reading
  origin: string
}

const PARTY_ROLES: readonly string[] = ['focal-point', 'co-chair']

/**
 * The letters about a step of a document, each in its recipient's language and zone. They say that there is something
 * to read and lead there: no word of a draft stands in them, and nobody who objected is named.
 */
export const lettersOf =
  (kind: LetterKind) =>
  async (data: Record<string, unknown>, { read, origin }: World): Promise<Letter[]> => {
    const conference = ConferenceId.parse(data.conference)
    const document = Slug.parse(data.document)
    const outline = await outlineById(read, conference)
    const row = await documentOf(read, { conference, document })
    if (!outline || !row) return []
    const letters: Letter[] = []
    for (const role of KINDS[kind]) {
      for (const one of await holdersOf(read, { conference, roles: [role] })) {
        const { address, name, language, zone } = one
        const said = (text: string) => isolateIn(language, text)
        letters.push({
          to: { address, name, language, ...(zone !== null && { zone }) },
          subject: [
            said(readingOf(outline.shortName, language).value),
            said(readingOf(row.settings.name, language).value),
            ...(row.draft === null ? [] : [said(say(language, 'draft', { number: row.draft }))]),
          ].join(' · '),
          text: [
            paragraph(say(language, `mail.${kind}`)),
            ...(kind === 'silence' && row.deadline
              ? [deadline(row.deadline, outline.zone, zone, language)]
              : []),
            link(
              say(language, 'mail.open'),
              `${origin}/${language}/${conference}/${
                PARTY_ROLES.includes(role) ? 'desk' : `desk/outcome/${document}`
              }`,
            ),
          ],
          kind: `outcome-documents.${kind}`,
          about: `outcome-document/${conference}/${document}/${row.draft ?? 0}`,
        })
      }
    }
    return onceEach(letters)
  }

/** Whoever holds two roles gets one letter. */
const onceEach = (letters: readonly Letter[]): Letter[] =>
  [
    ...new Map(letters.toReversed().map((letter) => [letter.to.address, letter])).values(),
  ].toReversed()

/** The deadline on the clock of the conference, and on the reader's own where that is another. */
function deadline(
  at: Temporal.Instant,
  conference: string,
  own: string | null,
  language: Language,
): Part {
  const said = (zone: string) => {
    const there = at.toZonedDateTimeISO(zone)
    const day = sayDay(language, there.toPlainDate().toString(), { weekday: true })
    const time = there.toPlainTime().toString({ smallestUnit: 'minute' })
    return `${day} · ${time} (${sayZoneOffset(language, at, zone)})`
  }
  return facts(
    { label: say(language, 'mail.deadline'), value: said(conference) },
    ...(own !== null && own !== conference
      ? [{ label: say(language, 'mail.deadline-own'), value: said(own) }]
      : []),
  )
}
