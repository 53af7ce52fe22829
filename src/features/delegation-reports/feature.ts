import { z } from 'zod'
import { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import { feature } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { page, section } from '../../platform/http/page.ts'
import { dayOf, deskOf, framed } from '../delegation-pledges/desk.tsx'
import { mayWorkFor } from '../delegation-pledges/model.ts'
import { placeOf } from '../delegation-pledges/place.queries.ts'
import { readerOf } from '../followup/reader.ts'
import { filesSeenBy } from '../followup/reports/queries.ts'
import { isPublic } from '../pledges/life.model.ts'
import { PledgeId } from '../pledges/model.ts'
import { namesakesOf, recordOf } from '../pledges/queries.ts'
import { partiesOf } from '../pledges/shares.model.ts'
import { entriesOf, reportingOf } from './entries.queries.ts'
import { ErrorLink, ErrorPage } from './pages/error-page.tsx'
import { ReplyPage } from './pages/reply-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { say } from './words.ts'

const OfPledge = z.object({ conference: ConferenceId, party: PartyCode, id: PledgeId })
const Nothing = z.object({})
const topics = ({ id }: { id: PledgeId }) => [`followup/${id}`, `pledges/at-work/${id}`]

const reportPage = page('delegation-reports.report', {
  path: '/:conference/delegation/:party/pledges/:id/report',
  params: OfPledge,
  query: Nothing,
  topics: (params) => [...topics(params), 'followup/rounds'],
  may: (actor, { conference, party }) => mayWorkFor(actor, conference, party),
  async read(db, { params, viewer }) {
    const place = await placeOf(db, params)
    const reporting = place && (await reportingOf(db, params, dayOf(viewer.now)))
    return place && reporting && { ...place, reporting }
  },
  view({ reporting, ...place }, viewer) {
    const desk = deskOf(viewer, place)
    return {
      ...framed(desk, say(viewer.language, 'report')),
      body: ReportPage({ desk, reporting }),
    }
  },
})

const replyPage = page('delegation-reports.reply', {
  path: '/:conference/delegation/:party/pledges/:id/reply',
  params: OfPledge,
  query: Nothing,
  topics: (params) => topics(params),
  may: (actor, { conference, party }) => mayWorkFor(actor, conference, party),
  async read(db, { params, viewer }) {
    const place = await placeOf(db, params)
    const entries = place && (await entriesOf(db, params, dayOf(viewer.now)))
    return place && entries && { ...place, entries }
  },
  view({ entries, ...place }, viewer) {
    const desk = deskOf(viewer, place)
    return { ...framed(desk, say(viewer.language, 'reply')), body: ReplyPage({ desk, entries }) }
  },
})

const errorPage = page('delegation-reports.error', {
  path: '/pledges/:id/error',
  params: z.object({ id: PledgeId }),
  query: Nothing,
  topics: ({ id }) => [`pledges/${id}`],
  // Everybody; but the key of a form is its reader's own, so that the page is kept nowhere.
  may: () => true,
  read: async (db, { params }) => (await namesakesOf(db, [params.id]))[0] ?? null,
  view: ({ id, title }, viewer) => ({
    title: `${say(viewer.language, 'error')} · ${id}`,
    body: ErrorPage({ viewer, id, title }),
  }),
})

/** A file that came with a report, for whom its evidence is. */
const evidence = fileResource('delegation-reports.evidence', {
  path: '/pledges/:id/reports/:report/files/:file',
  params: z.object({ id: PledgeId, report: z.uuid(), file: FileId }),
  query: Nothing,
  may: () => true,
  async find(db, { params: { id, report, file }, viewer }) {
    const record = await recordOf(db, id)
    if (!record) return null
    const { conference, terms } = record
    const reader = readerOf(viewer.actor, { conference, parties: partiesOf(terms.shares) })
    if (reader === 'public' && !(isPublic(record) && record.audience === 'public')) return null
    const files = await filesSeenBy(db, id, reader)
    return files.some((one) => one.report === report && one.file === file) ? file : null
  },
})

/** The way to it from the public page of a pledge. */
const errorLink = section({
  of: 'pledges.pledge',
  name: 'error',
  topics: () => [],
  read: async (_, { params }: { params: { id: PledgeId } }) => params.id,
  view: (id, { language }) => ErrorLink({ language, id }),
})

export const delegationReports = feature('delegation-reports', {
  say,
  sections: [errorLink],
  pages: [reportPage, replyPage, errorPage],
  resources: [evidence],
})
