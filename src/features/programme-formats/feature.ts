import { z } from 'zod'
import type { PartyCode } from '../../kernel/ids.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { printCalendar } from '../../platform/export/calendar.ts'
import { printCsv } from '../../platform/export/csv.ts'
import { printXml } from '../../platform/export/xml.ts'
import { feature } from '../../platform/feature.ts'
import { resource, type Viewer } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { outlineOf } from '../conferences/outline.ts'
import { conferenceWithSeries, outlineById } from '../conferences/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { publishedProgramme, releasesOf } from '../programme/queries.ts'
import type { Programme } from '../programme/timeline.ts'
import { bookletOf } from './booklet.print.ts'
import booklet from './booklet.typ?raw'
import { conferenceCalendar, programmeCalendar, sessionCalendar } from './calendar.print.ts'
import { changesFeed } from './feed.print.ts'
import type { Published } from './lines.print.ts'
import { scheduleOf } from './schedule.print.ts'
import { scheduleXml } from './schedule-xml.print.ts'
import { COLUMNS, programmeRows } from './table.print.ts'
import { say } from './words.ts'

const PRODUCT = { version: '0.1.0' }
const OfConference = z.object({ conference: ConferenceId })
const NoQuery = z.object({})

const codesIn = ({ sessions, withdrawn }: Programme): PartyCode[] => [
  ...new Set(
    [...sessions, ...withdrawn].flatMap(({ participants }) =>
      participants.flatMap(({ party }) => party ?? []),
    ),
  ),
]

async function published(db: Reading, conference: string): Promise<Published | null> {
  const programme = await publishedProgramme(db, conference)
  return programme && { programme, parties: await partiesOf(db, codesIn(programme)) }
}

const topics = ({ conference }: { conference: string }) => [
  `programme/${conference}`,
  `conferences/${conference}`,
  'parties',
]

/** One more form of the published programme, at `programme.{ending}`. */
const form = (
  ending: string,
  type: string,
  render: (facts: Published, viewer: Viewer) => string | Promise<Uint8Array>,
) =>
  resource(`programme-formats.${ending}`, {
    path: `/:conference/programme.${ending}`,
    type,
    params: OfConference,
    query: NoQuery,
    topics,
    read: (db, { params }) => published(db, params.conference),
    filename: ({ conference }, { language }) => `${conference}-programme-${language}.${ending}`,
    render,
  })

const inJson = (facts: Published, viewer: Viewer) => scheduleOf(viewer, facts, PRODUCT)

export const programmeFormats = feature('programme-formats', {
  say,
  resources: [
    form('ics', 'text/calendar; charset=utf-8', (facts, viewer) =>
      printCalendar(programmeCalendar(viewer, facts)),
    ),
    form('json', 'application/json; charset=utf-8', (facts, viewer) =>
      JSON.stringify(inJson(facts, viewer)),
    ),
    form('xml', 'application/xml; charset=utf-8', (facts, viewer) =>
      printXml(
        scheduleXml(inJson(facts, viewer), `${viewer.origin}/${viewer.language}${viewer.address}`),
      ),
    ),
    form('csv', 'text/csv; charset=utf-8', (facts, { language }) =>
      printCsv(COLUMNS, programmeRows(language, facts)),
    ),
    form('pdf', 'application/pdf', (facts, { language }) =>
      typeset(booklet, bookletOf(language, facts), facts.programme.release.at),
    ),
    resource('programme-formats.session', {
      path: '/:conference/programme/:session.ics',
      type: 'text/calendar; charset=utf-8',
      params: OfConference.extend({ session: z.string() }),
      query: NoQuery,
      topics: (params) => topics(params),
      async read(db, { params }) {
        const facts = await published(db, params.conference)
        const session = facts?.programme.sessions.find(({ slug }) => slug === params.session)
        return facts && session ? { facts, session } : null
      },
      filename: ({ conference, session }) => `${conference}-${session}.ics`,
      render: ({ facts, session }, viewer) =>
        printCalendar(sessionCalendar(viewer, facts, session)),
    }),
    resource('programme-formats.conference', {
      path: '/:conference.ics',
      type: 'text/calendar; charset=utf-8',
      params: OfConference,
      query: NoQuery,
      topics: ({ conference }) => [`conferences/${conference}`],
      async read(db, { params, viewer }) {
        const found = await conferenceWithSeries(db, params.conference)
        return (
          found &&
          conferenceCalendar(viewer, outlineOf(found.conference), found.version, viewer.now)
        )
      },
      filename: ({ conference }) => `${conference}.ics`,
      render: (calendar) => printCalendar(calendar),
    }),
    resource('programme-formats.changes', {
      path: '/:conference/changes.atom',
      type: 'application/atom+xml; charset=utf-8',
      params: OfConference,
      query: NoQuery,
      topics,
      async read(db, { params }) {
        const conference = await outlineById(db, params.conference)
        const releases = await releasesOf(db, params.conference)
        return conference && releases.length > 0 ? { conference, releases } : null
      },
      render: ({ conference, releases }, viewer) =>
        printXml(changesFeed(viewer, conference, releases)),
    }),
  ],
})
