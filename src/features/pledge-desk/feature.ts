import { z } from 'zod'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { printCsv } from '../../platform/export/csv.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import { lettersUnderWay } from '../../platform/mail/under-way/under-way.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { mayReadDesk, sidesOf } from '../pledges/desk/model.ts'
import { pledgeFacts } from '../pledges/find/facts.queries.ts'
import { type Names, namesFor } from '../pledges/find/lines.queries.ts'
import { versionOfRecord } from '../pledges/keeping/deeds.commands.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import { PledgeId } from '../pledges/model.ts'
import { NO_HISTORY, recordsOf } from '../pledges/queries.ts'
import { pledgeSeenBy } from '../pledges/terms/at-work.ts'
import type { Desk } from './desk.tsx'
import { AnnouncePage } from './pages/announce-page.tsx'
import { QueuePage } from './pages/queue-page.tsx'
import { ReviewPage } from './pages/review-page.tsx'
import { COLUMNS, rowsOf } from './queue.print.ts'
import { queueAt, waitingAt } from './queue.queries.ts'
import { isReady } from './queue.ts'
import { reviewOf } from './review.queries.ts'
import { say } from './words.ts'

const AtConference = z.object({ conference: ConferenceId })
const Nothing = z.object({})
type At = z.infer<typeof AtConference>

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

const deskOf = (viewer: Viewer, outline: Outline, names: Names): Desk => ({
  ...{ viewer, conference: outline.id, zone: outline.zone, now: viewer.now },
  ...{ today: dayOf(viewer.now), ...names },
  conferenceName: readingOf(outline.shortName, viewer.language).value,
  decides: isSecretariat(viewer.actor, outline.id),
  sides: sidesOf(viewer.actor, outline.id),
})

const framed = ({ conference, conferenceName }: Desk, title: string) => ({
  title: `${title} · ${conferenceName}`,
  conference: { id: conference, name: conferenceName },
})

const topicsAt = ({ conference }: At) => [`pledges/at-work/${conference}`, 'conferences']

async function readQueue(db: Reading, { conference }: At) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const queue = await queueAt(db, conference)
  const codes = queue.flatMap(({ lead, asked, declined }): PartyCode[] => [
    ...(lead ? [lead] : []),
    ...asked,
    ...declined,
  ])
  return { outline, queue, names: await namesFor(db, codes) }
}

const queuePage = page('pledge-desk.queue', {
  path: '/:conference/desk/pledges',
  params: AtConference,
  query: Nothing,
  topics: (params) => [...topicsAt(params), MAIL_TOPIC],
  may: (actor, { conference }) => mayReadDesk(actor, conference),
  async read(db, { params, viewer }) {
    const found = await readQueue(db, params)
    const released = {
      actions: ['pledges.release'] as const,
      subjects: [`conference/${params.conference}`],
    }
    return found && { ...found, ways: await lettersUnderWay(db, released, viewer.now) }
  },
  view({ outline, queue, names, ways }, viewer) {
    const desk = deskOf(viewer, outline, names)
    const seen = desk.decides
      ? queue
      : queue.filter(({ state }) => state === 'submitted' || state === 'accepted')
    return {
      ...framed(desk, say(viewer.language, 'queue')),
      body: QueuePage({ desk, queue: seen, ways }),
    }
  },
})

const queueTable = resource('pledge-desk.queue.csv', {
  path: '/:conference/desk/pledges.csv',
  params: AtConference,
  query: Nothing,
  topics: topicsAt,
  type: 'text/csv; charset=utf-8',
  may: (actor, { conference }) => isSecretariat(actor, conference),
  read: (db, { params }) => readQueue(db, params),
  filename: ({ conference }, { language }) => `${conference}-pledges-at-work-${language}.csv`,
  render: ({ outline, queue, names }, { language, now }) =>
    printCsv(
      COLUMNS,
      rowsOf(queue, { language, zone: outline.zone, today: dayOf(now), parties: names.parties }),
    ),
})

/** The boxes that were ticked, each named by its pledge: `?KOR-2021-05=on&NOR-2021-02=on`. */
const Chosen = z
  .record(z.string(), z.string())
  .transform((asked) =>
    Object.fromEntries(Object.entries(asked).filter(([id]) => PledgeId.safeParse(id).success)),
  )

const announcePage = page('pledge-desk.announce', {
  path: '/:conference/desk/pledges/announce',
  params: AtConference,
  query: Chosen,
  topics: topicsAt,
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params, query }) {
    const found = await readQueue(db, params)
    if (!found) return null
    const ids = found.queue
      .filter((one) => isReady(one) && query[one.id] !== undefined)
      .map(({ id }) => id)
    const records = ids.length === 0 ? [] : await recordsOf(db, ids)
    const pledges = []
    for (const record of records) {
      pledges.push(await pledgeFacts(db, pledgeSeenBy('public', record, NO_HISTORY)))
    }
    return { ...found, pledges }
  },
  view({ outline, names, pledges }, viewer) {
    const { language } = viewer
    const desk = deskOf(viewer, outline, names)
    return {
      ...framed(desk, say(language, 'announce')),
      body: AnnouncePage({
        desk,
        pledges: pledges.map(({ names: named, ...facts }) => ({
          ...{ ...facts, ...named, language, today: desk.today },
        })),
      }),
    }
  },
})

const reviewPage = page('pledge-desk.review', {
  path: '/:conference/desk/pledges/:id',
  params: AtConference.extend({ id: PledgeId }),
  query: Nothing,
  topics: ({ id }) => [`pledges/at-work/${id}`, `pledges/remarks/${id}`],
  may: (actor, { conference }) => mayReadDesk(actor, conference),
  async read(db, { params, viewer }) {
    const outline = await outlineById(db, params.conference)
    const review = outline && (await reviewOf(db, params, viewer.actor))
    if (!outline || !review) return null
    const { asked, alike, remarks, lead, deeds } = review.reviewed
    const parties = [...asked, ...remarks, ...deeds].flatMap(({ party }) => party ?? [])
    const leads = [...alike.map((one) => one.lead), lead].flatMap((code) => code ?? [])
    const shares = review.record.terms.shares.map(({ party }) => party)
    return { outline, review, names: await namesFor(db, [...parties, ...leads, ...shares]) }
  },
  view({ outline, review, names }, viewer, { sections }) {
    const desk = deskOf(viewer, outline, names)
    const { names: named, ...facts } = review.facts
    return {
      ...framed(desk, review.record.id),
      body: ReviewPage({
        desk,
        reviewed: { ...review.reviewed, version: versionOfRecord(review) },
        pledge: { ...facts, ...named, language: viewer.language, today: desk.today },
        children: Object.values(sections),
      }),
    }
  },
})

export const pledgeDesk = feature('pledge-desk', {
  say,
  pages: [queuePage, announcePage, reviewPage],
  resources: [queueTable],
  tasks: [
    {
      name: 'pledge-desk.review',
      group: 'pledges',
      label: (language) => say(language, 'task.review'),
      at: (actor, { conference, party }) =>
        party === null && mayReadDesk(actor, conference) ? `/${conference}/desk/pledges` : null,
      async waits(db, { conference }) {
        const { toReview } = await waitingAt(db, conference)
        return { count: toReview, due: null }
      },
      topics: (conference) => [`pledges/at-work/${conference}`],
    },
    {
      name: 'pledge-desk.announce',
      group: 'pledges',
      label: (language) => say(language, 'task.announce'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference)
          ? `/${conference}/desk/pledges#queue-accepted`
          : null,
      async waits(db, { conference }) {
        const { toAnnounce } = await waitingAt(db, conference)
        return { count: toAnnounce, due: null }
      },
      topics: (conference) => [`pledges/at-work/${conference}`],
    },
  ],
})
