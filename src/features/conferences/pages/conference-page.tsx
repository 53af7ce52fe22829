import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Conference, Series } from '../model.ts'
import { type Outline, outlineOf } from '../outline.ts'
import { seasonOf } from '../season.ts'
import { say } from '../words.ts'
import { Agenda, Background, Documents, Meetings, Milestones, Objective } from './booklet.tsx'
import { Cite, Days, type Desk, PartyLink, SourceList, Title, Wording } from './facts.tsx'
import { Figures } from './figures.tsx'
import { Overview } from './overview.tsx'
import { CoChairs, Convenors, Participants } from './people.tsx'
import { seriesName } from './series-page.tsx'

export interface ConferenceFacts {
  conference: Conference
  series: Series
  /** Every conference of the series, preparatory meetings too, by date. */
  outlines: readonly Outline[]
  parties: Desk['parties']
  /** The day whose names stand on the page: the conference's first. */
  day: string
}

/** Everything that is known of a conference, in the order of a printed programme. */
export function ConferencePage({
  language,
  facts,
  now,
  mayEdit = false,
  sections,
}: {
  language: Language
  facts: ConferenceFacts
  now: Temporal.Instant
  /** Whether this reader works on the conference. */
  mayEdit?: boolean
  sections: Readonly<Record<string, Child>>
}) {
  const { conference, series, outlines, parties, day } = facts
  const desk: Desk = { language, parties, day, sources: conference.sources }
  const { programme, ...others } = sections
  return (
    <>
      <Breadcrumbs language={language} steps={wayTo(facts, language)} />
      {conference.label && (
        <p class="label">
          <Title text={conference.label} language={language} />
        </p>
      )}
      <h1>
        <Title text={conference.name} language={language} />
      </h1>
      {mayEdit && (
        <p class="mark">
          <a href={hrefOf(language, `/${conference.id}/desk/conference`)}>
            {say(language, 'edit')}
          </a>
        </p>
      )}
      <p class="lead">
        <Wording text={conference.summary.title} language={language} />
        <Cite desk={desk} keys={conference.summary.sources} />
      </p>
      <Part id="season">
        <Season conference={conference} language={language} now={now} />
      </Part>
      <Overview desk={desk} conference={conference} />
      {programme}
      <Objective desk={desk} conference={conference} />
      <Agenda desk={desk} conference={conference} />
      <Convenors desk={desk} conference={conference} />
      <CoChairs desk={desk} conference={conference} />
      <Participants desk={desk} conference={conference} />
      <Figures desk={desk} figures={conference.figures} counting={series.counting} />
      <Documents desk={desk} conference={conference} />
      <Meetings desk={desk} meetings={outlines.filter(({ parent }) => parent === conference.id)} />
      <Milestones desk={desk} conference={conference} />
      <Background desk={desk} conference={conference} />
      <Handover desk={desk} facts={facts} />
      {Object.values(others)}
      <Neighbours language={language} facts={facts} />
      <SourceList desk={desk} />
      <p class="mark">{say(language, 'texts')}</p>
    </>
  )
}

function wayTo({ conference, series, outlines }: ConferenceFacts, language: Language): Step[] {
  const parent = outlines.find(({ id }) => id === conference.parent)
  return [
    { href: hrefOf(language, '/'), label: readingOf(seriesName(series), language).value },
    ...(parent
      ? [
          {
            href: hrefOf(language, `/${parent.id}`),
            label: readingOf(parent.shortName, language).value,
          },
        ]
      : []),
    { href: '', label: readingOf(conference.shortName, language).value },
  ]
}

function Season({
  conference,
  language,
  now,
}: {
  conference: Conference
  language: Language
  now: Temporal.Instant
}) {
  const season = seasonOf(outlineOf(conference), now)
  if (season !== 'running' && season !== 'upcoming') return null
  return <Notice>{say(language, `season.this-${season}`)}</Notice>
}

/** What the host handed over to the next one. */
function Handover({
  desk,
  facts: { conference, outlines },
}: {
  desk: Desk
  facts: ConferenceFacts
}) {
  const { handover } = conference
  if (!handover) return null
  const next = outlines.find(({ id }) => id === handover.to)
  return (
    <>
      <h2>{say(desk.language, 'handover')}</h2>
      {next?.venue?.country && (
        <p>
          {conference.hosts[0] && <PartyLink desk={desk} code={conference.hosts[0].party} />}{' '}
          <span class="inline-block rtl:-scale-x-100">→</span>{' '}
          <PartyLink desk={desk} code={next.venue.country} />
          {' · '}
          <a href={hrefOf(desk.language, `/${next.id}`)}>
            <Title text={next.shortName} language={desk.language} />
          </a>
        </p>
      )}
      <p>
        <Wording text={handover.what} language={desk.language} />
        <Cite desk={desk} keys={handover.sources} />
      </p>
    </>
  )
}

/** The edition before and the one after. */
function Neighbours({ language, facts }: { language: Language; facts: ConferenceFacts }) {
  const editions = facts.outlines.filter(({ parent }) => parent === null)
  const here = editions.findIndex(({ id }) => id === facts.conference.id)
  if (here < 0) return null
  const steps = [
    { to: editions[here - 1], label: say(language, 'previous') },
    { to: editions[here + 1], label: say(language, 'next') },
  ]
  return (
    <nav class="mt-10" aria-label={say(language, 'series.editions')}>
      <ul class="flex flex-wrap gap-x-10">
        {steps.map(
          ({ to, label }) =>
            to && (
              <li>
                {label}
                {say(language, 'colon')}
                <a href={hrefOf(language, `/${to.id}`)}>
                  <Title text={to.shortName} language={language} />
                </a>
                {' · '}
                <Days dates={to.dates} language={language} />
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
