import { z } from 'zod'
import { type Actor, speaksFor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { asWrittenBy } from '../commands.ts'
import {
  type Change,
  changing,
  known,
  load,
  outcome,
  save,
  versionOfRecord,
  whose,
} from '../keeping/deeds.commands.ts'
import { unknownToAuthor } from '../keeping/known.queries.ts'
import { mustBeKnown } from '../keeping/save.commands.ts'
import { canMove, mayWrite } from '../life.model.ts'
import { mustBeSound, PledgeId } from '../model.ts'
import type { PledgeRecord } from '../queries.ts'
import { consented, partiesOf, Role, type Share } from '../shares.model.ts'
import { invitationsOf, sketchOf } from './queries.ts'
import { termsFrom } from './terms-from.ts'
import { standing, versionOfWriting } from './write.commands.ts'

const One = z.strictObject({ pledge: PledgeId })
const loadAll = async (db: Writing, input: { pledge: PledgeId }) => {
  const loaded = await load(db, input)
  const { record } = loaded
  const sketch = await sketchOf(db, input.pledge)
  const terms = record && understood(record, standing(record, sketch)).terms
  return {
    ...{ ...loaded, sketch, terms, invitations: await invitationsOf(db, input.pledge) },
    unknown: terms && (await unknownToAuthor(db, terms)),
  }
}

/** What a sketch says of a record. */
export const understood = (record: PledgeRecord, sketch: Parameters<typeof termsFrom>[0]) =>
  termsFrom(sketch, {
    ...{ conference: record.terms.conference, lead: record.lead, before: record.terms },
  })

/** Partners who are not yet asked, and those who are to be asked anew: their part is another now. */
function toBeAsked(
  record: PledgeRecord,
  shares: readonly Share[],
  invited: readonly { party: PartyCode; declinedAt: Temporal.Instant | null }[],
): PartyCode[] {
  const stood = (party: PartyCode, list: readonly Share[]) =>
    list.filter((share) => share.party === party).map(({ role, quantity }) => ({ role, quantity }))
  return partiesOf(shares).filter((party) => {
    if (party === record.lead) return false
    const before = invited.find((one) => one.party === party)
    return !before || !same(stood(party, record.terms.shares), stood(party, shares))
  })
}

/**
 * Shows a pledge to its partners, as it is written now, and asks each for its consent to its own share. Who was asked
 * before is asked again only where their share has changed.
 */
export const invitePartners = command('pledges.invite-partners', {
  input: One,
  conference: () => null,
  load: (db, input) => loadAll(db, input),
  may: (actor, { record }) => mayWrite(actor, whose(record)),
  version: ({ record, sketch }) => versionOfWriting(record, sketch),
  decide(loaded, { pledge }, circumstances) {
    const record = known(loaded, circumstances.actor)
    must(canMove(record.state, 'submit') || record.state === 'submitted', 'pledges.cannot-move')
    const isDraft = record.state === 'draft'
    const written = isDraft && loaded.terms ? loaded.terms : record.terms
    const terms = asWrittenBy(circumstances.actor, record, written)
    mustBeSound(pledge, terms)
    if (loaded.unknown && isDraft) mustBeKnown(loaded.unknown)
    const asked = toBeAsked(record, terms.shares, loaded.invitations)
    if (asked.length === 0) return null
    return { ...changing(loaded, { ...record, terms }, 'invite', circumstances), asked }
  },
  async save(db, { asked, ...change }) {
    await save(db, change)
    const row = { invitedAt: change.at, invitedBy: change.by }
    const unsaid = { declinedAt: null, declinedBy: null, words: null }
    await db
      .insertInto('pledgeInvitation')
      .values(asked.map((party) => ({ pledge: change.after.id, party, ...row, ...unsaid })))
      .onConflict((conflict) =>
        conflict.columns(['pledge', 'party']).doUpdateSet({ ...row, ...unsaid }),
      )
      .execute()
  },
  subject: (change) => outcome.subject(change),
  answer: ({ after, asked }) => ({ pledge: after.id, partners: asked.length }),
  touches: (change) => outcome.touches(change),
  errands: ({ after, asked }) =>
    asked.map((party) => ({
      job: 'platform.mail',
      data: { mail: 'pledges.invitation', pledge: after.id, party },
    })),
})

const OfParty = One.extend({ party: PartyCode })
const loadAnswer = async (db: Writing, input: { pledge: PledgeId }) => ({
  ...(await load(db, input)),
  invitations: await invitationsOf(db, input.pledge),
})
const speaksAt = (actor: Actor, record: PledgeRecord | null, party: PartyCode) =>
  speaksFor(actor, record?.conference ?? null, party)

/** Tells the author what a partner said, while the pledge is still in their hands. */
const tellAuthor = ({ before, after, party }: Change) =>
  before && !['announced', 'withdrawn'].includes(before.state)
    ? [{ job: 'platform.mail', data: { mail: 'pledges.answered', pledge: after.id, party } }]
    : []

/** A party agrees to its part: until then it was only named. */
export const consentToShare = command('pledges.consent', {
  input: OfParty.extend({ role: Role }),
  conference: () => null,
  load: (db, input) => loadAnswer(db, input),
  may: (actor, { record }, { party }) => speaksAt(actor, record, party),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { party, role }, circumstances) {
    const record = known(loaded, circumstances.actor)
    const shares = consented(record.terms.shares, party, role)
    if (same(shares, record.terms.shares)) return null
    const after = { ...record, terms: { ...record.terms, shares } }
    return changing(loaded, after, 'consent', circumstances, { party })
  },
  ...outcome,
  async save(db, change) {
    await save(db, change)
    await answer(db, change, null)
  },
  errands: tellAuthor,
})

/** A party says that it takes no part: it is not named in what is announced. */
export const declineShare = command('pledges.decline', {
  input: OfParty.extend({ words: Text.nullable().default(null) }),
  conference: () => null,
  load: (db, input) => loadAnswer(db, input),
  may: (actor, { record }, { party }) => speaksAt(actor, record, party),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { party, words }, circumstances) {
    const record = known(loaded, circumstances.actor)
    must(record.announcedOn === null, 'pledges.announced-already')
    must(party !== record.lead, 'pledges.lead-withdraws')
    must(loaded.invited.includes(party), 'pledges.no-such-share')
    const asked = loaded.invitations.find((one) => one.party === party)
    if (asked?.declinedAt && same(asked.words, words)) return null
    const shares = record.terms.shares.map((share) =>
      share.party === party ? { ...share, consent: 'named' as const } : share,
    )
    const after = { ...record, terms: { ...record.terms, shares }, releaseAt: null }
    return changing(loaded, after, 'decline', circumstances, { party, note: words })
  },
  ...outcome,
  async save(db, change) {
    await save(db, change)
    await answer(db, change, { at: change.at, by: change.by })
  },
  errands: tellAuthor,
})

const answer = async (
  db: Writing,
  { after, party, note }: Change,
  declined: { at: Temporal.Instant; by: string } | null,
) => {
  await db
    .updateTable('pledgeInvitation')
    .set({
      declinedAt: declined?.at ?? null,
      declinedBy: declined?.by ?? null,
      words: note && JSON.stringify(note),
    })
    .where('pledge', '=', after.id)
    .where('party', '=', party)
    .execute()
}
