import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../i18n/days.ts'
import type { Language } from '../kernel/language.ts'
import type { Source } from '../kernel/source.ts'
import { PartialDay } from '../kernel/time.ts'
import { Bdi, BETWEEN } from './text.tsx'
import { say } from './words.ts'

interface SourceProps {
  source: Source
  language: Language
}

const isDay = (date: string) => PartialDay.safeParse(date).success
const dayOf = (language: Language, date: string) =>
  isDay(date) ? sayPartialDay(language, date) : date

function SourceDay({ language, date }: { language: Language; date: string | null }) {
  if (date === null) return <>{say(language, 'source.undated')}</>
  return <>{isDay(date) ? <time datetime={date}>{sayPartialDay(language, date)}</time> : date}</>
}

/** Where a fact was found: publisher, date and our grade in words; never the address (DIPLOMACY 13). */
export function SourceLink({ source, language }: SourceProps) {
  return (
    <span class="source">
      <a href={source.url} rel="external noopener">
        <Bdi>{source.publisher}</Bdi>
      </a>
      {BETWEEN}
      <SourceDay language={language} date={source.date} />
      {source.grade && (
        <>
          {BETWEEN}
          <abbr class="whitespace-nowrap" title={say(language, `source.grade.${source.grade}`)}>
            {say(language, 'source.grade', { grade: source.grade })}
          </abbr>
        </>
      )}
    </span>
  )
}

/** Several sources, one below the other, under their common name. */
export function Sources({ sources, language }: { sources: readonly Source[]; language: Language }) {
  if (sources.length === 0) return null
  return (
    <div class="sources">
      <span class="label">{say(language, 'source')}</span>
      <ul>
        {sources.map((source) => (
          <li>
            <SourceLink source={source} language={language} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FigureProps {
  /** The number as it is said, «155», «62 or 64». */
  value: Child
  /** What is counted. */
  counts: Child
  /** How it is counted, where that needs a sentence. */
  rule?: Child
  source?: Source
  /** The day for which the number holds. */
  asOf?: string | null
  language: Language
}

/** A published number with what it counts, since when and who says so: there is no bare number anywhere. */
export function Figure({ value, counts, rule, source, asOf, language }: FigureProps) {
  return (
    <figure class="figure">
      <p class="figure-value">{value}</p>
      <figcaption>
        <p class="figure-counts">{counts}</p>
        {rule && <p class="figure-rule">{rule}</p>}
        {asOf && (
          <p class="mark">{say(language, 'figure.as-of', { date: dayOf(language, asOf) })}</p>
        )}
        {source && <SourceLink source={source} language={language} />}
      </figcaption>
    </figure>
  )
}
