import type { Child } from 'hono/jsx'
import { sayDayRange } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import type { TermsField } from '../../offers/differences.ts'
import type { Terms } from '../../offers/model.ts'
import type { Shown } from '../../offers/shown.ts'
import { sayAmount, sayPart, sayReadiness, sayState } from '../../offers/terms.print.ts'
import { sayCondition } from '../../pledges/pages/says.tsx'
import { say } from '../words.ts'
import { capabilityName, type Desk, missionName, partyName } from './names.tsx'
import { hasCaveats } from './offer-fields.tsx'

/** From one day to another. */
export const Dates = ({
  language,
  from,
  until,
}: {
  language: Language
  from: string
  until: string
}) => <>{sayDayRange(language, from, until)}</>

type Fact = readonly [label: string, value: Child]

/** Labels and values below each other. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) =>
  facts.length === 0 ? null : (
    <dl class="known">
      {facts.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )

type Said<Of> = (desk: Desk, terms: Of) => Child | null

const beside = (language: Language, all: readonly string[]): string | null =>
  all.length > 0 ? setBeside(language, [...all]) : null
const inWords = (words: string | null) => words && <bdi class="wrap-anywhere">{words}</bdi>

/** What others read of an offer too, field by field; null: nothing is said. */
const SHOWN = {
  dates: ({ viewer: { language } }, { from, until }) => (
    <Dates language={language} from={from} until={until} />
  ),
  state: ({ viewer }, { state }) => sayState(viewer.language, state),
  rotation: ({ viewer: { language } }, { rotation }) =>
    rotation &&
    say(language, 'rotation.said', { months: rotation.turnMonths, turns: rotation.turns }),
  languages: (_, { languages }) =>
    languages.length === 0
      ? null
      : languages.map((one, place) => (
          <>
            {place > 0 && ' · '}
            <bdi lang={one}>{LANGUAGE_NAMES[one]}</bdi>
          </>
        )),
  lot: ({ viewer }, { lot, unit }) => (lot > 1 ? sayAmount(viewer.language, lot, unit) : null),
  needs: ({ viewer }, { needs }) =>
    needs.length === 0
      ? null
      : needs.map((need) => <span class="block">{sayPart(viewer.language, need)}</span>),
  words: (_, { words }) => inWords(words),
} as const satisfies Partial<Record<TermsField, Said<Shown['terms']>>>

/** What only its party and the secretariat read. */
const CLOSED = {
  readiness: ({ viewer }, { readiness }) => sayReadiness(viewer.language, readiness),
  conditions: ({ viewer: { language } }, { conditions }) =>
    beside(
      language,
      conditions.map((one) => sayCondition(language, one)),
    ),
  audience: ({ viewer }, { audience }) => say(viewer.language, `audience.${audience}`),
} as const satisfies Partial<Record<TermsField, Said<Terms>>>

const named = (desk: Desk, codes: readonly string[]) =>
  beside(
    desk.viewer.language,
    codes.map((code) => partyName(desk, code)),
  )

const CAVEATS = {
  missionsExcluded: (desk, { caveats }) =>
    beside(
      desk.viewer.language,
      caveats.missionsExcluded.map((one) => missionName(desk, one)),
    ),
  partnersExcluded: (desk, { caveats }) => named(desk, caveats.partnersExcluded),
  partnersPreferred: (desk, { caveats }) => named(desk, caveats.partnersPreferred),
  partnersReadiness: ({ viewer }, { caveats }) =>
    caveats.partnersReadiness === null
      ? null
      : sayReadiness(viewer.language, caveats.partnersReadiness),
  caveatWords: (_, { caveats }) => inWords(caveats.words),
} as const satisfies Partial<Record<TermsField, Said<Terms>>>

const EVERY: Readonly<Record<TermsField, Said<Terms>>> = {
  capability: (desk, { capability }) => capabilityName(desk, capability),
  part: ({ viewer }, terms) => sayPart(viewer.language, terms),
  ...SHOWN,
  ...CLOSED,
  ...CAVEATS,
}

const LABELS = {
  capability: 'capability',
  part: 'component',
  dates: 'dates',
  state: 'state',
  rotation: 'rotation',
  languages: 'languages',
  lot: 'lot',
  needs: 'needs.short',
  words: 'words.said',
  readiness: 'readiness',
  conditions: 'conditions',
  audience: 'audience',
  missionsExcluded: 'caveats.missions',
  partnersExcluded: 'caveats.excluded',
  partnersPreferred: 'caveats.preferred',
  partnersReadiness: 'caveats.readiness',
  caveatWords: 'caveats.words',
} as const satisfies Record<TermsField, Parameters<typeof say>[1]>

/** What a field of an offer is called. */
export const labelOf = (language: Language, field: TermsField): string =>
  say(language, LABELS[field])

/** What a field of an offer says to those who read all of it; null: nothing. */
export const saidIn = (desk: Desk, field: TermsField, terms: Terms): Child | null =>
  EVERY[field](desk, terms)

/** The fields that say something, with their labels. */
const factsOf = <Of,>(
  desk: Desk,
  fields: Partial<Record<TermsField, Said<Of>>>,
  terms: Of,
): Fact[] =>
  (Object.entries(fields) as [TermsField, Said<Of>][]).flatMap(([field, said]) => {
    const value = said(desk, terms)
    return value === null ? [] : [[labelOf(desk.viewer.language, field), value] as const]
  })

/** What others read of an offer too. */
export const shownFacts = (desk: Desk, terms: Shown['terms']): Fact[] => factsOf(desk, SHOWN, terms)

/** What only its party and the secretariat read. */
export const closedFacts = (desk: Desk, terms: Terms): Fact[] => factsOf(desk, CLOSED, terms)

export function CaveatFacts({ desk, terms }: { desk: Desk; terms: Terms }) {
  const { language } = desk.viewer
  if (!hasCaveats(terms)) return null
  return (
    <section class="notice" aria-label={say(language, 'caveats')}>
      <p class="mb-2">
        <strong>{say(language, 'caveats')}</strong>
        {' · '}
        {say(language, 'caveats.read-by')}
      </p>
      <Facts facts={factsOf(desk, CAVEATS, terms)} />
    </section>
  )
}
