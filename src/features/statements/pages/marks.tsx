import { sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { localWithOffset } from '../../../kernel/time.ts'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'
import type { Speaker } from '../../floor/model.ts'
import { sayKind, sayTerm, sayWay } from '../../floor/terms.print.ts'
import { styledName } from '../../participants/list.print.ts'

/** Whoever spoke, as they write their name; nobody where they ask not to be named, or are not any more. */
export function SpeakerName({ of, language }: { of: Speaker | null; language: Language }) {
  if (!of || of.unpublished) return null
  return (
    <span>
      <bdi>{styledName(of, language)}</bdi>
      {of.latinName && (
        <>
          {' '}
          <bdi dir="ltr">({of.latinName})</bdi>
        </>
      )}
      {of.functions && (
        <>
          {BETWEEN}
          <Words in={readingOf(of.functions, language)} language={language} />
        </>
      )}
    </span>
  )
}

/** For whom somebody spoke besides their own delegation. */
export const OnBehalf = ({ of, language }: { of: string | null; language: Language }) =>
  of === null ? null : (
    <span class="block">
      {sayTerm(language, 'on-behalf-of')} <bdi>{of}</bdi>
    </span>
  )

/** An instant on the clocks of the conference, to the minute, with their distance from universal time. */
export function Moment({
  at,
  zone,
  language,
}: {
  at: Temporal.Instant
  zone: string
  language: Language
}) {
  const local = at.toZonedDateTimeISO(zone)
  return (
    <time datetime={localWithOffset(at, zone)}>
      {sayDay(language, local.toPlainDate().toString())}{' '}
      <bdi>{local.toPlainTime().toString({ smallestUnit: 'minute' })}</bdi> (
      <bdi>{sayZoneOffset(language, at, zone)}</bdi>)
    </time>
  )
}

/** Minutes and seconds as a clock shows them: `4:05`. */
export const Clocked = ({ seconds }: { seconds: number }) => (
  <bdi>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</bdi>
)

export const sayLanguages = (language: Language, of: readonly Language[]): string =>
  setBeside(
    language,
    of.map((one) => sayOfHouse(language, `language.${one}`)),
  )

/** What is not the usual about a speech: what it is, and how it was delivered. */
export const remarksOn = (
  language: Language,
  { kind, way }: { kind: Parameters<typeof sayKind>[1]; way: Parameters<typeof sayWay>[1] },
): string[] => [
  ...(kind === 'single' ? [] : [sayKind(language, kind)]),
  ...(way === 'in-person' ? [] : [sayWay(language, way)]),
]
