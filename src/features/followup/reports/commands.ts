import { z } from 'zod'
import { speaksFor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { reaches } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { EVER, standingOn } from '../../pledges/history/standing.ts'
import { type Added, adding, type Loaded, saveAdded } from '../../pledges/history.commands.ts'
import { type DeliveryEvent, mustFollow } from '../../pledges/history.model.ts'
import { nameOf, touched } from '../../pledges/keeping/save.commands.ts'
import { isSecretariat, mayRecord } from '../../pledges/life.model.ts'
import { PledgeId } from '../../pledges/model.ts'
import { historyOf, recordOf } from '../../pledges/queries.ts'
import { unknownAmong } from '../known.queries.ts'
import { audienceOf, mustBeSound, Report, reportSeenBy, Told, voiceOf } from './model.ts'
import { reportOf, reportsOf, roundOf } from './queries.ts'
import type { Round } from './rounds.model.ts'

interface Reporting {
  report: Report
  by: string
  event: Added
}

const loaded = async (db: Writing, pledge: PledgeId): Promise<Loaded> => ({
  record: await recordOf(db, pledge),
  history: await historyOf(db, pledge),
})

/** A report of a round is given while the round is open, and of a pledge that the round asks about. */
function mustBeOpen(round: Round | null, conference: string | null, today: string): void {
  must(round, 'followup.unknown-round')
  must((round.conferences as readonly string[]).includes(conference ?? ''), 'followup.other-round')
  must(today >= round.opens, 'followup.round-not-open')
}

/** What a report says in the history of its pledge; what fewer may see than the stage stays out of it. */
const eventFrom = (told: Told, party: PartyCode, voice: DeliveryEvent['voice']): DeliveryEvent => ({
  stage: told.stage,
  on: told.on,
  voice,
  source: null,
  note: null,
  inferred: false,
  audience: audienceOf(told, 'stage'),
  quantity: reaches(audienceOf(told, 'stage'), audienceOf(told, 'quantity')) ? told.quantity : null,
  party,
})

/** A party's own earlier reports, here and in the history of the pledge: what it may say next follows from them. */
const ownStage = (party: PartyCode, { delivery }: Loaded['history'], reports: readonly Report[]) =>
  standingOn(
    [
      ...delivery.filter(
        (event) => event.party === party && ['pledger', 'partner'].includes(event.voice),
      ),
      ...reports
        .filter((report) => report.party === party)
        .map((report) => ({ ...report, inferred: false })),
    ],
    EVER,
  ).stage

/**
 * A party reports on its share of a pledge. A later report follows an earlier one, and never replaces it. The
 * secretariat may hand one in for a party, and is then named with it.
 */
export const reportProgress = command('followup.report', {
  input: z.strictObject({
    pledge: PledgeId,
    party: PartyCode,
    round: z.string().nullable().default(null),
    told: Told,
  }),
  conference: () => null,
  load: async (db, { pledge, round }) => ({
    ...(await loaded(db, pledge)),
    reports: await reportsOf(db, pledge, 'secretariat'),
    round: round === null ? null : await roundOf(db, round),
  }),
  may: (actor, { record }, { party }) =>
    speaksFor(actor, record?.conference ?? null, party) ||
    isSecretariat(actor, record?.conference ?? null),
  decide(known, { pledge, party, round, told }, circumstances): Reporting | null {
    const shares = known.record?.terms.shares ?? []
    const conference = known.record?.conference ?? null
    const onBehalf = !speaksFor(circumstances.actor, conference, party)
    const voice = voiceOf(shares, party, onBehalf)
    const event = adding(known, 'delivery', eventFrom(told, party, voice), circumstances)
    must(
      shares.some((share) => share.party === party),
      'followup.no-such-share',
    )
    mustBeSound(told)
    const { now } = circumstances
    if (round !== null) {
      mustBeOpen(known.round, conference, now.toZonedDateTimeISO('UTC').toPlainDate().toString())
    }
    const last = known.reports.findLast((one) => one.party === party)
    const given: Report = {
      ...told,
      id: last?.id ?? '',
      pledge,
      party,
      round,
      onBehalf,
      reportedAt: last?.reportedAt ?? '',
    }
    if (last && same(last, given)) return null
    mustFollow(ownStage(party, known.history, known.reports), told.stage)
    return {
      report: { ...given, id: circumstances.newId(), reportedAt: now.toString() },
      by: nameOf(circumstances),
      event,
    }
  },
  async save(db, { report, by, event }) {
    await keep(db, report, by)
    await saveAdded(db, event)
  },
  subject: ({ report }) => `report/${report.id}`,
  answer: ({ report }) => ({ report: report.id, stage: report.stage }),
  touches: ({ report, event }) => [...touched(event.record), ...topicsOf(report)],
})

/** Gives a report back as an archive holds it; the history of its pledge, which tells it too, is given back with the pledge. */
export const restoreReport = command('followup.restore-report', {
  input: Report,
  conference: () => null,
  load: async (db, { id, party, pledge, round }) => ({
    before: await reportOf(db, id),
    round: round === null || (await roundOf(db, round)) !== null,
    unknown: await unknownAmong(db, { conferences: [], parties: [party], pledges: [pledge] }),
  }),
  may: mayRecord,
  decide({ before, round, unknown }, given, circumstances) {
    must(unknown.pledges.length === 0, 'followup.unknown-pledge', { codes: given.pledge })
    must(unknown.parties.length === 0, 'followup.unknown-party', { codes: given.party })
    must(round, 'followup.unknown-round')
    // An archive holds what everybody may see: given back where it came from, it changes nothing.
    if (before && [before, reportSeenBy('public', before)].some((one) => same(one, given)))
      return null
    must(!before, 'followup.report-stays')
    return { report: given, by: nameOf(circumstances) }
  },
  save: (db, { report, by }) => keep(db, report, by),
  subject: ({ report }) => `report/${report.id}`,
  touches: ({ report }) => topicsOf(report),
})

const topicsOf = ({ pledge, party }: Report) => [
  'followup',
  `followup/${pledge}`,
  `followup/of/${party}`,
]

async function keep(db: Writing, report: Report, by: string): Promise<void> {
  const { id, pledge, party, round, onBehalf, reportedAt, ...told } = report
  await db
    .insertInto('progressReport')
    .values({
      id,
      pledge,
      party,
      round,
      stage: told.stage,
      on: told.on,
      audience: audienceOf(told, 'stage'),
      onBehalf,
      reportedAt: Temporal.Instant.from(reportedAt),
      reportedBy: by,
      content: JSON.stringify(told),
    })
    .execute()
}
