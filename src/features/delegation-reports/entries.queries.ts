import type { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { publishableFrom } from '../followup/assessments/comment-time.ts'
import { audiencesOf } from '../followup/known.queries.ts'
import { dueReports } from '../followup/reports/due.ts'
import { ownStage } from '../followup/reports/own-stage.ts'
import { awaited, everyRound, filesSeenBy, reportsOf } from '../followup/reports/queries.ts'
import type { Round } from '../followup/reports/rounds.model.ts'
import { voicesFor } from '../followup/voices.queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { STAGES_AFTER } from '../pledges/history.model.ts'
import { heardAt } from '../pledges/keeping/known.queries.ts'
import { isPublic } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'
import { deedsOf, historyOf, type PledgeRecord, recordOf } from '../pledges/queries.ts'
import { termsSeenBy } from '../pledges/terms/seen.ts'
import type { Entries } from './entries.ts'
import type { Reporting } from './reporting.ts'

interface Asked {
  conference: string
  party: PartyCode
  id: PledgeId
}

/** A public pledge in which the party has a part; null where there is none. */
async function partIn(db: Reading, { party, id }: Asked): Promise<PledgeRecord | null> {
  const record = await recordOf(db, id)
  const isTheirs = record?.terms.shares.some((share) => share.party === party) ?? false
  return record && isTheirs && isPublic(record) ? record : null
}

/** What a party sees when it reports on its share. */
export async function reportingOf(
  db: Reading,
  asked: Asked,
  today: string,
): Promise<Reporting | null> {
  const record = await partIn(db, asked)
  if (record?.conference !== asked.conference) return null
  const { party, id } = asked
  const reports = (await reportsOf(db, id, 'parties')).filter((one) => one.party === party)
  const { delivery } = await historyOf(db, id)
  const stage = ownStage(party, delivery, reports)
  return {
    ...{ id, title: record.terms.title, reports, today },
    files: await filesSeenBy(db, id, 'parties'),
    round: await roundFor(db, asked, today),
    stages: STAGES_AFTER[stage].filter((next) => next !== 'announced'),
    parties: await partiesOf(db, [party]),
  }
}

/** The round that awaits the party's report on the pledge, the first to be due. */
async function roundFor(
  db: Reading,
  { conference, party, id }: Asked,
  today: string,
): Promise<Round | null> {
  const rounds = (await everyRound(db))
    .filter(({ opens }) => opens <= today)
    .filter(({ conferences }) => conferences.some((one) => one === conference))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  for (const round of rounds) {
    const { pledges, reports } = await awaited(db, round)
    const due = dueReports(pledges, reports, round, today).find((one) => one.party === party)
    if (due?.pledges.includes(id)) return round
  }
  return null
}

/** Everything of a pledge to which a party can reply: at its conference, and at those that came after it. */
export async function entriesOf(db: Reading, asked: Asked, today: string): Promise<Entries | null> {
  const record = await partIn(db, asked)
  if (!record) return null
  const heard = await heardAt(db, record.conference)
  if (record.conference !== null && !heard.includes(asked.conference)) return null
  const { id, party } = asked
  const voices = await voicesFor(db, id, 'parties')
  const rows = await db
    .selectFrom('pledgeEvent')
    .select(['axis', 'position', 'content'])
    .where('pledge', '=', id)
    .where('audience', 'in', audiencesOf('parties'))
    .orderBy('axis')
    .orderBy('position')
    .execute()
  const deeds = await deedsOf(db, id)
  return {
    ...{ id, terms: termsSeenBy('parties', record.terms), today },
    confirmed: deeds.some((one) => one.deed === 'confirm' && one.party === party),
    events: rows.map(({ axis, position, content }) => ({
      ...{ id: `${id}/${axis}/${position}`, axis, event: content },
    })),
    observations: voices.observations,
    assessments: voices.assessments
      .filter((one) => one.party === null || one.party === party)
      .map((one) => ({
        ...one,
        publishable:
          one.state === 'sent' && one.sentAt
            ? publishableFrom(Temporal.Instant.from(one.sentAt), one.supersedes === null).toString()
            : null,
      })),
    ...{ replies: voices.replies, parties: voices.parties, pledges: voices.pledges },
  }
}
