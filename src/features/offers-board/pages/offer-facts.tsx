import type { Child } from 'hono/jsx'
import { sayDayRange } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Terms } from '../../offers/model.ts'
import type { Shown } from '../../offers/shown.ts'
import { sayAmount, sayPart, sayReadiness, sayState } from '../../offers/terms.print.ts'
import { sayCondition } from '../../pledges/pages/says.tsx'
import { say } from '../words.ts'
import { type Desk, missionName, partyName } from './names.tsx'
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

/** What others read of an offer too. */
export function shownFacts(
  { viewer: { language } }: Pick<Desk, 'viewer'>,
  terms: Shown['terms'],
): Fact[] {
  const { from, until, state, rotation, languages, lot, unit, needs, words } = terms
  return [
    [say(language, 'dates'), <Dates language={language} from={from} until={until} />],
    [say(language, 'state'), sayState(language, state)],
    ...(rotation
      ? [
          [
            say(language, 'rotation'),
            say(language, 'rotation.said', { months: rotation.turnMonths, turns: rotation.turns }),
          ] as const,
        ]
      : []),
    ...(languages.length > 0
      ? [
          [
            say(language, 'languages'),
            languages.map((one, place) => (
              <>
                {place > 0 && ' · '}
                <bdi lang={one}>{LANGUAGE_NAMES[one]}</bdi>
              </>
            )),
          ] as const,
        ]
      : []),
    ...(lot > 1 ? [[say(language, 'lot'), sayAmount(language, lot, unit)] as const] : []),
    ...needs.map((need) => [say(language, 'needs.short'), sayPart(language, need)] as const),
    ...(words
      ? [[say(language, 'words.said'), <bdi class="wrap-anywhere">{words}</bdi>] as const]
      : []),
  ]
}

/** What only its party and the secretariat read. */
export function closedFacts(desk: Desk, terms: Terms): Fact[] {
  const { language } = desk.viewer
  const { readiness, conditions } = terms
  return [
    [say(language, 'readiness'), sayReadiness(language, readiness)],
    ...(conditions.length > 0
      ? [
          [
            say(language, 'conditions'),
            setBeside(
              language,
              conditions.map((one) => sayCondition(language, one)),
            ),
          ] as const,
        ]
      : []),
    [say(language, 'audience'), say(language, `audience.${terms.audience}`)],
  ]
}

export function CaveatFacts({ desk, terms }: { desk: Desk; terms: Terms }) {
  const { language } = desk.viewer
  if (!hasCaveats(terms)) return null
  const { missionsExcluded, partnersExcluded, partnersPreferred, partnersReadiness, words } =
    terms.caveats
  const some = (label: string, all: readonly string[]): Fact[] =>
    all.length > 0 ? [[label, setBeside(language, all)]] : []
  const names = (codes: readonly string[]) => codes.map((code) => partyName(desk, code))
  return (
    <section class="notice" aria-label={say(language, 'caveats')}>
      <p class="mb-2">
        <strong>{say(language, 'caveats')}</strong>
        {' · '}
        {say(language, 'caveats.read-by')}
      </p>
      <Facts
        facts={[
          ...some(
            say(language, 'caveats.missions'),
            missionsExcluded.map((one) => missionName(desk, one)),
          ),
          ...some(say(language, 'caveats.excluded'), names(partnersExcluded)),
          ...some(say(language, 'caveats.preferred'), names(partnersPreferred)),
          ...(partnersReadiness === null
            ? []
            : [
                [
                  say(language, 'caveats.readiness'),
                  sayReadiness(language, partnersReadiness),
                ] as const,
              ]),
          ...(words
            ? [[say(language, 'caveats.words'), <bdi class="wrap-anywhere">{words}</bdi>] as const]
            : []),
        ]}
      />
    </section>
  )
}
