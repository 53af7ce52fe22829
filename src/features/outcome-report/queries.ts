import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { capabilityNamesOf, categoriesOf, everyPaper } from '../capabilities/queries.ts'
import { partiesIn } from '../capabilities/requirements.model.ts'
import { partiesOf as partiesOfConference } from '../conferences/model.ts'
import { conferenceWithSeries } from '../conferences/queries.ts'
import { observationsOn } from '../followup/observations/queries.ts'
import { everyMission, partiesOf } from '../parties/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { historiesOf, recordsOf } from '../pledges/queries.ts'
import { partiesOf as partiesOfShares } from '../pledges/shares.model.ts'
import { historySeenBy, termsSeenBy } from '../pledges/terms/seen.ts'
import { recordFacts } from '../record/facts.queries.ts'
import { type Entry, knownOnDay } from '../record/ledger.model.ts'
import type { Outcome, Pledged } from './facts.ts'

/** Whether anything of our sample was announced at a conference, so that there is something to report. */
export const hasOutcome = (db: Reading, conference: ConferenceId): Promise<boolean> =>
  db
    .selectFrom('pledge')
    .select('id')
    .where('conference', '=', conference)
    .where('listed', '=', true)
    .limit(1)
    .executeTakeFirst()
    .then((row) => row !== undefined)

/** Everything that the report of a conference tells; null where nothing of our sample was announced at it. */
export async function outcomeOf(
  db: Reading,
  id: ConferenceId,
  today: string,
): Promise<Outcome | null> {
  const facts = await recordFacts(db)
  const edition = facts?.editions.find(({ outline }) => outline.id === id)
  const found = edition && (await conferenceWithSeries(db, id))
  if (!facts || !edition || !found) return null
  const { conference, series } = found
  const pledges = await pledgesOf(db, edition.entries)
  const papers = await everyPaper(db)
  const observations = await observationsOn(db, id)
  const codes = [
    ...partiesOfConference(conference),
    ...papers.flatMap(partiesIn),
    ...pledges.flatMap(({ terms }) => [...partiesOfShares(terms.shares), ...terms.beneficiaries]),
    ...observations.flatMap(({ parties, by }) => [...parties, ...by]),
  ]
  const [categories = null] = await categoriesOf(db, id)
  return {
    conference,
    series,
    day: edition.outline.dates?.first ?? today,
    asOf: knownOnDay(edition.entries, today),
    pledges,
    editions: facts.editions.map(({ outline }) => outline),
    categories,
    papers,
    observations,
    parties: await partiesOf(db, [...new Set(codes)]),
    missions: new Map((await everyMission(db)).map((mission) => [mission.acronym, mission])),
    capabilities: await capabilityNamesOf(db),
    states: facts.states,
  }
}

async function pledgesOf(db: Reading, entries: readonly Entry[]): Promise<Pledged[]> {
  const ids = entries.map(({ id }) => id)
  const records = new Map((await recordsOf(db, ids)).map((record) => [record.id, record]))
  const histories = await historiesOf(db, ids)
  const confirmed = await confirmationsAmong(db, ids)
  return entries.flatMap((entry) => {
    const record = records.get(entry.id)
    return record
      ? [
          {
            entry,
            terms: termsSeenBy('public', record.terms),
            delivery: historySeenBy('public', histories.get(entry.id)?.delivery ?? []),
            confirmedBy: confirmed.get(entry.id) ?? [],
          },
        ]
      : []
  })
}

/** Who confirmed which of some pledges. */
async function confirmationsAmong(
  db: Reading,
  ids: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, PartyCode[]>> {
  const rows = await db
    .selectFrom('pledgeDeed')
    .select(['pledge', 'party'])
    .where('pledge', 'in', ids)
    .where('deed', '=', 'confirm')
    .orderBy('position')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ pledge }) => pledge)].map(([pledge, all]) => [
      pledge,
      [...new Set(all.flatMap(({ party }) => party ?? []))],
    ]),
  )
}
