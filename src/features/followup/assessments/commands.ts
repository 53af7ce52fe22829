import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revised } from '../../../kernel/wording/texts.ts'
import { command, type Topic, type Writing } from '../../../platform/command/command.ts'
import { nameOf } from '../../pledges/keeping/save.commands.ts'
import { isPublic } from '../../pledges/life.model.ts'
import { PledgeId } from '../../pledges/model.ts'
import { type PledgeRecord, recordOf } from '../../pledges/queries.ts'
import { partiesOf } from '../../pledges/shares.model.ts'
import { CODEBOOK } from '../codebook.ts'
import { topicsOfReview } from '../reviews/commands.ts'
import { mustBeFree, type Review } from '../reviews/model.ts'
import { reviewOf, reviewsUnderWay } from '../reviews/queries.ts'
import { mustHaveWaited } from './comment-time.ts'
import { Finding, mayReview, move, mustBeEvidenced } from './model.ts'
import { assessmentOf, type Kept, successorOf } from './queries.ts'
import { type Change, saveChange } from './save.commands.ts'

interface Loaded {
  record: PledgeRecord | null
  assessment: Kept | null
  review: Review | null
}

const whose = (record: PledgeRecord | null) => ({
  conference: record?.conference ?? null,
  parties: record ? partiesOf(record.terms.shares) : [],
})

const loadOne = async (
  db: Writing,
  { assessment: id }: { assessment: string },
): Promise<Loaded> => {
  const assessment = await assessmentOf(db, id)
  return {
    assessment,
    record: assessment && (await recordOf(db, assessment.pledge)),
    review: assessment?.review ? await reviewOf(db, assessment.review) : null,
  }
}

/** An assessment is its reviewer's: nobody else changes it, whatever their rights. */
const isReviewer = (actor: Actor, { assessment, record }: Loaded): boolean =>
  mayReview(actor, whose(record)) && assessment?.reviewedBy === `${actor.kind}/${actor.id}`

const outcome = {
  save: saveChange,
  subject: ({ after }: Change) => `assessment/${after.id}`,
  answer: ({ after }: Change) => ({
    assessment: after.id,
    state: after.state,
    version: after.version,
  }),
  touches: ({ before, after, record }: Change) => [
    ...topicsOfReview(after.review ? record.conference : null, accountOf(after)),
    // What only its reviewer sees changes no page of others, nor tells anybody that somebody is at work.
    ...([before, after].some((one) => one && one.state !== 'drafted')
      ? topicsOf(after, record)
      : []),
  ],
}

/** Whose it is, where they have an account. */
const accountOf = ({ reviewedBy }: Kept): string[] => {
  const [kind, account] = reviewedBy.split('/')
  return kind === 'account' && account ? [account] : []
}

const topicsOf = ({ pledge }: Kept, record: PledgeRecord): Topic[] => [
  'followup',
  `followup/${pledge}`,
  ...partiesOf(record.terms.shares).map((party) => `followup/of/${party}`),
]

/** New findings are coded by the codebook of the day. */
function mustStand(finding: Finding): void {
  must(finding.codebook === CODEBOOK.version, 'followup.older-codebook')
  mustBeEvidenced(finding)
}

/** Begins an assessment of a pledge or of one share in it; only its reviewer sees it. */
export const draftAssessment = command('followup.draft-assessment', {
  input: z.strictObject({
    pledge: PledgeId,
    party: PartyCode.nullable().default(null),
    /** The reviewer's own published assessment whose place it takes. */
    supersedes: z.uuid().nullable().default(null),
    finding: Finding,
  }),
  conference: () => null,
  load: async (db, { pledge, party, supersedes }) => ({
    record: await recordOf(db, pledge),
    earlier: supersedes === null ? null : await assessmentOf(db, supersedes),
    successor: supersedes === null ? null : await successorOf(db, supersedes),
    underWay: await reviewsUnderWay(db, { pledge, party }),
  }),
  may: (actor, { record }) => mayReview(actor, whose(record)),
  decide(
    { record, earlier, successor, underWay },
    { pledge, party, supersedes, finding },
    circumstances,
  ) {
    must(record, 'followup.unknown-pledge', { codes: pledge })
    must(isPublic(record), 'followup.not-announced')
    must(
      party === null || record.terms.shares.some((share) => share.party === party),
      'followup.no-such-share',
    )
    mustStand(finding)
    const by = nameOf(circumstances)
    const { id: account } = circumstances.actor
    const review = underWay.find(({ assigned }) => assigned.some((one) => one.account === account))
    mustBeFree(review ?? null, account, 'draft')
    if (supersedes !== null) {
      must(
        earlier?.pledge === pledge && earlier.party === party && earlier.reviewedBy === by,
        'followup.supersedes-another',
      )
      must(earlier.state === 'published', 'followup.cannot-move', {
        state: earlier.state,
        deed: 'supersede',
      })
      must(!successor, 'followup.superseded-already')
    }
    const after: Kept = {
      ...finding,
      id: circumstances.newId(),
      pledge,
      party,
      state: 'drafted',
      supersedes,
      version: 1,
      sentAt: null,
      publishedAt: null,
      reviewedBy: by,
      review: review?.id ?? null,
      handedInAt: null,
    }
    return { before: null, after, earlier: null, record, at: circumstances.now }
  },
  ...outcome,
})

const known = ({ assessment, record }: Loaded) => {
  must(assessment && record, 'followup.unknown-assessment')
  return { assessment, record }
}

const One = z.strictObject({ assessment: z.uuid() })

/** Changes a draft, also one that was sent: the party's time for its comment then begins anew. */
export const reviseAssessment = command('followup.revise-assessment', {
  input: One.extend({ finding: Finding }),
  conference: () => null,
  load: (db, input) => loadOne(db, input),
  may: (actor, loaded) => isReviewer(actor, loaded),
  decide(loaded, { finding }, { actor, now }): Change | null {
    const { assessment, record } = known(loaded)
    mustBeFree(loaded.review, actor.id, 'revise')
    const state = move(assessment.state, 'revise')
    mustStand(finding)
    const version = assessment.version + 1
    const after: Kept = {
      ...assessment,
      ...revised(assessment, finding),
      state,
      version,
      sentAt: null,
    }
    const unchanged = { ...after, version: assessment.version, sentAt: assessment.sentAt }
    if (same({ ...assessment, state }, unchanged)) return null
    return { before: assessment, after, earlier: null, record, at: now }
  },
  ...outcome,
})

const moving = (
  deed: 'send' | 'publish',
  moved: (assessment: Kept, earlier: Kept | null, now: Temporal.Instant) => Partial<Kept>,
) =>
  command(`followup.${deed}-assessment`, {
    input: One,
    conference: () => null,
    load: async (db, input) => {
      const one = await loadOne(db, input)
      const { supersedes = null } = one.assessment ?? {}
      return { ...one, earlier: supersedes === null ? null : await assessmentOf(db, supersedes) }
    },
    may: (actor, loaded) => isReviewer(actor, loaded),
    decide(loaded, _, { actor, now }): Change {
      const { assessment, record } = known(loaded)
      mustBeFree(loaded.review, actor.id, deed)
      const state = move(assessment.state, deed)
      const changed = moved(assessment, loaded.earlier, now)
      const published = deed === 'publish' ? loaded.earlier : null
      const earlier = published && { ...published, state: move(published.state, 'supersede') }
      return {
        before: assessment,
        after: { ...assessment, ...changed, state },
        earlier,
        record,
        at: now,
      }
    },
    ...outcome,
  })

/** Sends a draft to the parties of the pledge: from now on they may comment on it, and see it. */
export const sendAssessment = moving('send', (_assessment, _earlier, now) => ({
  sentAt: now.toString(),
}))

/** Publishes what the parties have had their time to comment on; what it supersedes stays, and says so. */
export const publishAssessment = moving('publish', ({ sentAt }, earlier, now) => {
  mustHaveWaited(sentAt === null ? null : Temporal.Instant.from(sentAt), earlier === null, now)
  return { publishedAt: now.toString() }
})
