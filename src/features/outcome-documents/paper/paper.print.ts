import { sayDay } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { say as sayInUi } from '../../../ui/words.ts'
import { numbersOf, type Paragraph, type ParagraphKind } from '../drafting/paragraphs.ts'
import type { Settings } from '../model.ts'
import type { PartyPosition } from '../shown.ts'
import { say } from '../words.ts'

/** All that the template prints, already said in the reader's language. */
export interface Paper {
  language: Language
  direction: 'ltr' | 'rtl'
  conference: string
  title: string
  /** Under the title: what it is, and since when. */
  facts: readonly string[]
  /** Across every page of a draft; empty on what everybody may read. */
  mark: string
  body: readonly {
    kind: ParagraphKind
    number: string
    value: string
    language: Language
    direction: 'ltr' | 'rtl'
  }[]
  endorsements: { heading: string; lines: readonly string[] } | null
  statements: readonly { party: string; act: string; value: string; language: Language }[]
  statementsHeading: string
}

interface Parts {
  /** The language of the text. */
  into: Language
  language: Language
  conference: string
  settings: Settings
  paragraphs: readonly Paragraph[]
}

const common = ({ into, language, conference, settings, paragraphs }: Parts) => {
  const numbers = numbersOf(paragraphs)
  return {
    language,
    direction: directionOf(language),
    conference,
    title: readingOf(settings.name, language).value,
    body: paragraphs.map(({ id, kind, text }) => {
      const reading = readingOf(text, into)
      return {
        kind,
        number: `${numbers.get(id) ?? ''}`,
        value: reading.value,
        language: reading.language,
        direction: directionOf(reading.language),
      }
    }),
  }
}

/** A draft on paper: numbered, dated, and marked as what it is on every page. */
export const draftPaper = (
  parts: Parts,
  { number, day }: { number: number; day: string },
): Paper => ({
  ...common(parts),
  facts: [
    [say(parts.language, 'draft', { number }), sayDay(parts.language, day)].join(' · '),
    tongues(parts),
  ],
  mark: say(parts.language, 'draft.confidential'),
  endorsements: null,
  statements: [],
  statementsHeading: '',
})

/** The adopted text on paper, with the list of those who endorse it as it stands. */
export function adoptedPaper(
  parts: Parts,
  { adoptedOn, positions }: { adoptedOn: string; positions: readonly PartyPosition[] },
): Paper {
  const { language } = parts
  const endorsed = positions.filter(
    ({ standing }) => standing === 'endorsed' || standing === 'endorsed-with-statement',
  )
  const line = ({ name, since, standing }: PartyPosition) =>
    [
      name,
      sayDay(language, since),
      ...(standing === 'endorsed-with-statement' ? [say(language, 'with-statement')] : []),
    ].join(' · ')
  return {
    ...common(parts),
    facts: [
      `${say(language, `kind.${parts.settings.kind}`)} · ${say(language, 'adopted-on')} ${sayDay(language, adoptedOn)}`,
      tongues(parts),
    ],
    mark: '',
    endorsements:
      endorsed.length === 0
        ? null
        : {
            heading: `${say(language, 'endorsements')} (${endorsed.length})`,
            lines: endorsed.map(line),
          },
    statementsHeading: say(language, 'statements'),
    statements: positions.flatMap(({ name, acts }) =>
      acts.flatMap(({ act, on, statement, paragraphs }) => {
        if (!statement) return []
        const reading = readingOf(statement, language)
        const of =
          paragraphs.length > 0
            ? [`${say(language, 'of-paragraphs')} ${paragraphs.join(', ')}`]
            : []
        return [
          {
            party: name,
            act: [say(language, `act.${act}`), sayDay(language, on), ...of].join(' · '),
            value:
              reading.language === language ? reading.value : isolateIn(language, reading.value),
            language: reading.language,
          },
        ]
      }),
    ),
  }
}

const tongues = ({ language, settings }: Parts) =>
  [
    say(language, 'authentic-in'),
    settings.authentic.map((one) => sayInUi(language, `language.${one}`)).join(' · '),
  ].join(' ')
