import { sayDayRange, sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Source } from '../../../kernel/source.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Words } from '../../../ui/text.tsx'
import { nameOn, type Party } from '../../parties/model.ts'
import { say } from '../words.ts'

/** What every part of a page needs: the reader's language, the names of parties by date, the numbered sources. */
export interface Desk {
  language: Language
  parties: ReadonlyMap<string, Party>
  /** The day whose names stand on the page. */
  day: string
  sources: Readonly<Record<string, Source>>
}

/** A text in the reader's language; ours need no mark of their own, since the page says so once. */
export const Wording = ({ text, language }: { text: Text; language: Language }) => {
  const reading = readingOf(text, language)
  const ours = reading.status === 'unofficial' && reading.language === language
  return <Words in={reading} language={language} mark={!ours} />
}

/** The same in a title or a link, where a mark would be in the way. */
export const Title = ({ text, language }: { text: Text; language: Language }) => (
  <Words in={readingOf(text, language)} language={language} />
)

/** A party as a page of that day prints it, leading to its own page. */
export function PartyLink({
  desk,
  code,
  form = 'short',
}: {
  desk: Desk
  code: string
  form?: 'short' | 'formal'
}) {
  const party = desk.parties.get(code)
  if (!party) return <bdi>{code}</bdi>
  return (
    <a href={hrefOf(desk.language, `/parties/${code}`)}>
      {nameOn(party, desk.day, desk.language)[form]}
    </a>
  )
}

/** The days of something, as far as they are known, each in a `time` of its own when there is only one. */
export function Days({
  dates,
  language,
}: {
  dates: { first: string; last: string | null } | null
  language: Language
}) {
  if (!dates) return <span class="empty">{say(language, 'dates.unknown')}</span>
  const { first, last } = dates
  if (last === null || last === first) {
    return <time datetime={first}>{sayPartialDay(language, first)}</time>
  }
  if (first.length < 10 || last.length < 10) {
    return (
      <>
        {sayPartialDay(language, first)} – {sayPartialDay(language, last)}
      </>
    )
  }
  return <time datetime={`${first}/${last}`}>{sayDayRange(language, first, last)}</time>
}

/** The numbers of the sources of a fact, each leading to the list at the end of the page. */
export function Cite({ desk, keys }: { desk: Desk; keys: readonly string[] }) {
  if (keys.length === 0) return null
  const order = Object.keys(desk.sources)
  const numbers = keys.map((key) => order.indexOf(key) + 1).sort((one, other) => one - other)
  return (
    <sup class="ms-1 whitespace-nowrap font-sans text-[0.7em]">
      {numbers.map((number, place) => (
        <>
          {place > 0 && ' '}
          <a
            href={`#source-${number}`}
            aria-label={say(desk.language, 'cite', { number: `${number}` })}
          >
            {number}
          </a>
        </>
      ))}
    </sup>
  )
}

/** Every source of the page, numbered, with publisher, date and our grade. */
export function SourceList({ desk }: { desk: Desk }) {
  if (Object.keys(desk.sources).length === 0) return null
  return (
    <>
      <h2 id="sources">{say(desk.language, 'sources')}</h2>
      <ol>
        {Object.values(desk.sources).map((source, place) => (
          <li id={`source-${place + 1}`}>
            <SourceLink source={source} language={desk.language} />
          </li>
        ))}
      </ol>
    </>
  )
}
