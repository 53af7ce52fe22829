import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Series } from '../model.ts'
import type { Outline } from '../outline.ts'
import { nearest, seasonOf } from '../season.ts'
import { say } from '../words.ts'
import { Cite, Days, type Desk, SourceList, Title, Wording } from './facts.tsx'
import { PlaceOf, Timeline } from './timeline.tsx'

export interface SeriesFacts {
  series: Series
  /** Editions only, by date. */
  editions: readonly Outline[]
  parties: Desk['parties']
}

/** What the series is called today. */
export const seriesName = (series: Series) => {
  const name = series.names.at(-1)?.name
  if (!name) throw new RangeError('A series has a name')
  return name
}

/** The front page: what this is, where it leads, and every edition. */
export function SeriesPage({
  language,
  facts: { series, editions, parties },
  now,
  children,
}: {
  language: Language
  facts: SeriesFacts
  now: Temporal.Instant
  children?: Child
}) {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const desk: Desk = { language, parties, day, sources: series.sources }
  const main = editions.find((edition) => edition.id === series.main)
  return (
    <>
      <h1>
        <Title text={seriesName(series)} language={language} />
      </h1>
      <p class="lead">
        <Wording text={series.summary.title} language={language} />
        <Cite desk={desk} keys={series.summary.sources} />
      </p>
      <Part id="season">
        <Ahead desk={desk} series={series} editions={editions} now={now} />
      </Part>
      {main && <Main desk={desk} edition={main} />}
      <h2>{say(language, 'series.functions')}</h2>
      <ol class="text-[1.1em]">
        {series.functions.list.map((one) => (
          <li>
            <Wording text={one} language={language} />
          </li>
        ))}
      </ol>
      <h2 id="editions">{say(language, 'series.editions')}</h2>
      <Timeline desk={desk} editions={editions} />
      <Name desk={desk} series={series} />
      <h2>
        <a href={hrefOf(language, '/parties')}>{say(language, 'series.parties')}</a>
      </h2>
      <p>{say(language, 'series.parties.text')}</p>
      {children}
      <SourceList desk={desk} />
      <p class="mark">{say(language, 'texts')}</p>
    </>
  )
}

/** The edition that runs or comes next by the clock; else what is known of the one expected. */
function Ahead({
  desk,
  series,
  editions,
  now,
}: {
  desk: Desk
  series: Series
  editions: readonly Outline[]
  now: Temporal.Instant
}) {
  const { language } = desk
  const edition = nearest(editions, now)
  if (edition) {
    const running = seasonOf(edition, now) === 'running'
    return (
      <div class="notice" role="note">
        <p class="label">{say(language, running ? 'season.running' : 'season.upcoming')}</p>
        <p>
          <a href={hrefOf(language, `/${edition.id}`)}>
            <Title text={edition.name} language={language} />
          </a>
          {' · '}
          <Days dates={edition.dates} language={language} />
          {' · '}
          <a href={hrefOf(language, `/${edition.id}/programme`)}>
            {say(language, 'series.programme')}
          </a>
        </p>
      </div>
    )
  }
  if (!series.next) return null
  return (
    <div class="notice" role="note">
      <p class="label">{say(language, 'season.expected')}</p>
      <p>
        <Wording text={series.next.title} language={language} />
        <Cite desk={desk} keys={series.next.sources} />
      </p>
    </div>
  )
}

/** The edition that a newcomer is led to, with its programme one step away. */
function Main({ desk, edition }: { desk: Desk; edition: Outline }) {
  const { language } = desk
  const home = hrefOf(language, `/${edition.id}`)
  return (
    <section aria-labelledby="main-edition">
      <h2 id="main-edition">
        <a href={home}>
          <Title text={edition.name} language={language} />
        </a>
      </h2>
      <p class="label">
        {say(language, 'series.main')}
        {edition.label && ' · '}
        {edition.label && <Title text={edition.label} language={language} />}
      </p>
      <p class="text-[1.3em]">
        <strong class="font-semibold">
          <Days dates={edition.dates} language={language} />
        </strong>
        {' · '}
        <PlaceOf desk={desk} outline={edition} />
      </p>
      <p>
        <Wording text={edition.summary} language={language} />
      </p>
      <p class="flex flex-wrap gap-3">
        <a class="btn btn-primary" href={`${home}/programme`}>
          {say(language, 'series.programme')}
        </a>
        <a class="btn" href={home}>
          {say(language, 'series.about')}
        </a>
      </p>
    </section>
  )
}

/** What the series was called when, and why that changed. */
function Name({ desk, series }: { desk: Desk; series: Series }) {
  const { language } = desk
  return (
    <>
      <h2>{say(language, 'series.name')}</h2>
      <dl>
        {series.names.map((one) => (
          <>
            <dt>
              {one.from && sayPartialDay(language, one.from)} –{' '}
              {one.until ? sayPartialDay(language, one.until) : say(language, 'today')}
            </dt>
            <dd>
              <Wording text={one.name} language={language} />
              <Cite desk={desk} keys={one.sources} />
            </dd>
          </>
        ))}
      </dl>
      {series.nameChange && (
        <p>
          <Wording text={series.nameChange.title} language={language} />
          <Cite desk={desk} keys={series.nameChange.sources} />
        </p>
      )}
    </>
  )
}
