import { z } from 'zod'
import { type Actor, speaksFor } from '../../../kernel/actor.ts'
import { fileOf } from '../../../kernel/documents/files.ts'
import { type FileId, PartyCode } from '../../../kernel/ids.ts'
import { reaches } from '../../../kernel/people/audience.ts'
import { must, Refusal } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { type Circumstances, command, type Writing } from '../../../platform/command/command.ts'
import { aboutFiles, claimFiles } from '../../../platform/files/uploads.ts'
import { type Added, adding, type Loaded, saveAdded } from '../../pledges/history.commands.ts'
import { type DeliveryEvent, mustFollow } from '../../pledges/history.model.ts'
import { nameOf, touched } from '../../pledges/keeping/save.commands.ts'
import { isSecretariat, mayRecord } from '../../pledges/life.model.ts'
import { PledgeId } from '../../pledges/model.ts'
import { historyOf, recordOf } from '../../pledges/queries.ts'
import { unknownAmong } from '../known.queries.ts'
import { toldFrom } from '../telling/told-from.ts'
import { TypedReport } from '../telling/typed.model.ts'
import {
  audienceOf,
  EVIDENCE_KINDS,
  mustBeSound,
  Report,
  reportSeenBy,
  Told,
  voiceOf,
} from './model.ts'
import { ownStage } from './own-stage.ts'
import { reportOf, reportsOf, roundOf } from './queries.ts'
import { asksAbout, type Round } from './rounds.model.ts'

/** What a report becomes, and what the history of its pledge says of it. */
export interface Reporting {
  report: Report
  by: string
  event: Added
}

const loaded = async (db: Writing, pledge: PledgeId): Promise<Loaded> => ({
  record: await recordOf(db, pledge),
  history: await historyOf(db, pledge),
})

/** A report of a round is given while the round is open, and of a pledge that the round asks about. */
function mustBeOpen(
  round: Round | null,
  pledge: { id: PledgeId; conference: string | null },
  today: string,
): void {
  must(round, 'followup.unknown-round')
  must(asksAbout(round, pledge), 'followup.other-round')
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

interface Known extends Loaded {
  reports: readonly Report[]
  round: Round | null
}

const loadReporting = async (
  db: Writing,
  { pledge, round }: { pledge: PledgeId; round: string | null },
): Promise<Known> => ({
  ...(await loaded(db, pledge)),
  reports: await reportsOf(db, pledge, 'secretariat'),
  round: round === null ? null : await roundOf(db, round),
})

/** Who reports: the focal point of that party, or the secretariat for it. */
const mayReport = (actor: Actor, { record }: Loaded, party: PartyCode): boolean =>
  speaksFor(actor, record?.conference ?? null, party) ||
  isSecretariat(actor, record?.conference ?? null)

/** What a report becomes; null where the party has told the same before. */
function reporting(
  known: Known,
  {
    pledge,
    party,
    round,
    told,
  }: { pledge: PledgeId; party: PartyCode; round: string | null; told: Told },
  circumstances: Circumstances,
): Reporting | null {
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
    mustBeOpen(
      known.round,
      { id: pledge, conference },
      now.toZonedDateTimeISO('UTC').toPlainDate().toString(),
    )
  }
  const last = known.reports.findLast((one) => one.party === party)
  const given: Report = {
    ...told,
    ...{ id: last?.id ?? '', pledge, party, round, onBehalf, reportedAt: last?.reportedAt ?? '' },
  }
  if (last && same(last, given)) return null
  mustFollow(ownStage(party, known.history.delivery, known.reports), told.stage)
  return {
    report: { ...given, id: circumstances.newId(), reportedAt: now.toString() },
    by: nameOf(circumstances),
    event,
  }
}

const outcome = {
  async save(db: Writing, { report, by, event }: Reporting) {
    await keep(db, report, by)
    await saveAdded(db, event)
  },
  subject: ({ report }: Reporting) => `report/${report.id}`,
  answer: ({ report }: Reporting): Record<string, unknown> => ({
    report: report.id,
    stage: report.stage,
  }),
  touches: ({ report, event }: Reporting) => [...touched(event.record), ...topicsOf(report)],
}

const Reported = z.strictObject({
  pledge: PledgeId,
  party: PartyCode,
  round: z.string().nullable().default(null),
})

/**
 * A party reports on its share of a pledge. A later report follows an earlier one, and never replaces it. The
 * secretariat may hand one in for a party, and is then named with it.
 */
export const reportProgress = command('followup.report', {
  input: Reported.extend({ told: Told }),
  conference: () => null,
  load: (db, input) => loadReporting(db, input),
  may: (actor, known, { party }) => mayReport(actor, known, party),
  decide: (known, input, circumstances) => reporting(known, input, circumstances),
  ...outcome,
})

const MOST_FILES = 5

/** The same as somebody types it in a form, with files. */
export const tellProgress = command('followup.tell', {
  input: Reported.extend({
    told: TypedReport,
    files: z
      .array(fileOf(...EVIDENCE_KINDS))
      .max(MOST_FILES)
      .default([]),
  }),
  conference: () => null,
  load: (db, input) => loadReporting(db, input),
  may: (actor, known, { party }) => mayReport(actor, known, party),
  decide(known, { told: typed, files, ...input }, circumstances) {
    const { told, problems } = toldFrom(typed)
    if (problems.length > 0) {
      const fields = problems.map(({ path, code }) => ({ path: ['told', ...path], code }))
      throw new Refusal('platform.unreadable-input', 422, {}, fields)
    }
    const made = reporting(known, { ...input, told }, circumstances)
    return made && { ...made, files, actor: circumstances.actor }
  },
  async save(db, { files, actor, ...made }) {
    await outcome.save(db, made)
    await keepFiles(db, made.report, files, actor)
  },
  subject: (made) => outcome.subject(made),
  answer: (made) => outcome.answer(made),
  touches: (made) => outcome.touches(made),
})

/** Files that came with a report: they are for whom its evidence is. */
async function keepFiles(
  db: Writing,
  { id }: Report,
  files: readonly FileId[],
  actor: Actor,
): Promise<void> {
  if (files.length === 0) return
  await claimFiles(db, files, { by: actor, owner: `report/${id}`, accepts: EVIDENCE_KINDS })
  const about = new Map((await aboutFiles(db, files)).map((file) => [file.id, file]))
  await db
    .insertInto('progressReportFile')
    .values(
      files.map((file, place) => ({
        ...{ report: id, position: place + 1, file, name: about.get(file)?.name ?? file },
      })),
    )
    .execute()
}

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
