import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { nameOf } from '../../pledges/keeping/save.commands.ts'
import { mayRecord } from '../../pledges/life.model.ts'
import type { PledgeRecord } from '../../pledges/queries.ts'
import { unknownAmong } from '../known.queries.ts'
import { Assessment, Finding, isPublished } from './model.ts'
import { assessmentOf, type Kept } from './queries.ts'

/** What a deed makes of an assessment, and of the one whose place it takes. */
export interface Change {
  before: Kept | null
  after: Kept
  earlier: Kept | null
  record: PledgeRecord
  at: Temporal.Instant
}

export async function saveChange(
  db: Writing,
  { before, after, earlier, at }: Omit<Change, 'record'>,
): Promise<void> {
  if (before && before.version !== after.version) {
    await db
      .insertInto('assessmentVersion')
      .values({
        assessment: before.id,
        version: before.version,
        replacedAt: at,
        content: JSON.stringify(findingOf(before)),
      })
      .execute()
  }
  for (const one of earlier ? [earlier, after] : [after]) await keep(db, one)
}

/** Reads the finding out of an assessment, without what is kept beside it. */
const findingOf = (one: Kept): Finding => Finding.strip().parse(one)

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

async function keep(db: Writing, one: Kept): Promise<void> {
  const { id, pledge, party, reviewedBy, review, state, supersedes, version } = one
  const row = {
    pledge,
    party,
    reviewedBy,
    review,
    handedInAt: instantOf(one.handedInAt),
    state,
    supersedes,
    version,
    sentAt: instantOf(one.sentAt),
    publishedAt: instantOf(one.publishedAt),
    content: JSON.stringify(findingOf(one)),
  }
  await db
    .insertInto('assessment')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Gives a published assessment back as an archive holds it. */
export const restoreAssessment = command('followup.restore-assessment', {
  input: Assessment,
  conference: () => null,
  load: async (db, { id, pledge, party, supersedes }) => ({
    before: await assessmentOf(db, id),
    earlier: supersedes === null || (await assessmentOf(db, supersedes)) !== null,
    unknown: await unknownAmong(db, {
      conferences: [],
      parties: party ? [party] : [],
      pledges: [pledge],
    }),
  }),
  may: mayRecord,
  decide({ before, earlier, unknown }, given, circumstances) {
    must(unknown.pledges.length === 0, 'followup.unknown-pledge', { codes: given.pledge })
    must(unknown.parties.length === 0, 'followup.unknown-party', { codes: given.party ?? '' })
    must(isPublished(given), 'followup.not-published')
    must(earlier, 'followup.unknown-assessment')
    const { reviewedBy: by, review = null, handedInAt = null } = before ?? {}
    if (before && same({ ...given, reviewedBy: by, review, handedInAt }, before)) return null
    must(!before, 'followup.assessment-stays')
    return { ...given, reviewedBy: nameOf(circumstances), review: null, handedInAt: null }
  },
  save: (db, one) => keep(db, one),
  subject: ({ id }) => `assessment/${id}`,
  touches: ({ pledge }) => ['followup', `followup/${pledge}`],
})
