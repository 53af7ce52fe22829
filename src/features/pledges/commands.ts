import { z } from 'zod'
import { speaksFor } from '../../kernel/actor.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { Audience } from '../../kernel/people/audience.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { Text } from '../../kernel/text.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { type Circumstances, command, type Writing } from '../../platform/command/command.ts'
import {
  changing,
  known,
  lived,
  load,
  outcome,
  save,
  versionOfRecord,
  whose,
} from './keeping/deeds.commands.ts'
import { heardAt, isHeard, unknownToAuthor } from './keeping/known.queries.ts'
import { mustBeKnown } from './keeping/save.commands.ts'
import { isPublic, mayAmend, mayBegin, mayWrite, move } from './life.model.ts'
import { mustBeSound, PledgeId, Terms } from './model.ts'
import { deedsOf, NOT_WRITTEN_HERE, type PledgeRecord, recordOf, retirementOf } from './queries.ts'
import { giversOf, withRightfulConsents } from './shares.model.ts'
import { dropSketch } from './writing/sketch.commands.ts'

const One = z.strictObject({ pledge: PledgeId })

/** Begins a pledge whose terms are known; nobody but its author sees it. */
export const draftPledge = command('pledges.draft', {
  input: One.extend({ terms: Terms, audience: Audience.default('public') }),
  conference: ({ terms }) => terms.conference,
  load: async (db, input) => ({
    ...(await load(db, input)),
    unknown: await unknownToAuthor(db, input.terms),
    retired: (await retirementOf(db, input.pledge)) !== null,
  }),
  may: (actor, _, { terms }) => mayBegin(actor, authorOf(terms)),
  decide(loaded, { pledge, terms: written, audience }, circumstances) {
    const { actor } = circumstances
    const terms = asWrittenBy(actor, null, written)
    must(!loaded.record, 'pledges.identifier-taken')
    must(!loaded.retired, 'pledges.identifier-retired')
    must(pledge.startsWith(`${terms.lead ?? 'JOINT'}-`), 'pledges.identifier-of-another')
    mustBeSound(pledge, terms)
    mustBeKnown(loaded.unknown)
    const record: PledgeRecord = {
      ...NOT_WRITTEN_HERE,
      ...{ id: pledge, conference: terms.conference, lead: terms.lead, audience, terms },
      ...{ state: 'draft', announcedOn: null, asOf: null, version: 1 },
      onBehalf: !mayWrite(actor, { ...authorOf(terms), onBehalf: false }),
    }
    return changing(loaded, record, 'draft', circumstances)
  },
  ...outcome,
})

const authorOf = ({ conference, lead, shares }: Terms) => ({
  ...{ conference, lead },
  givers: giversOf(shares),
})

/** Terms without a consent that whoever writes them cannot give. */
export const asWrittenBy = (
  actor: Circumstances['actor'],
  record: PledgeRecord | null,
  terms: Terms,
): Terms => ({
  ...revised(record?.terms, terms),
  shares: withRightfulConsents(record?.terms.shares ?? [], terms.shares, (party) =>
    speaksFor(actor, terms.conference, party),
  ),
})

const rewritten = (record: PledgeRecord, terms: Terms): PledgeRecord => {
  must(terms.conference === record.conference, 'pledges.conference-stays')
  must(terms.lead === record.lead, 'pledges.lead-stays')
  return { ...record, terms }
}

const Rewording = One.extend({ terms: Terms })
const loadRewording = async (db: Writing, input: { pledge: PledgeId; terms: Terms }) => ({
  ...(await load(db, input)),
  unknown: await unknownToAuthor(db, input.terms),
})
/** Changes a draft, or what the secretariat gave back. */
export const revisePledge = command('pledges.revise', {
  input: Rewording,
  conference: ({ terms }) => terms.conference,
  load: (db, input) => loadRewording(db, input),
  may: (actor, { record }) => mayWrite(actor, whose(record)),
  decide(loaded, { pledge, terms: written }, circumstances) {
    const record = known(loaded, circumstances.actor)
    const terms = asWrittenBy(circumstances.actor, record, written)
    const state = move(record.state, 'revise')
    mustBeSound(pledge, terms)
    mustBeKnown(loaded.unknown)
    if (same(record.terms, terms)) return null
    return changing(loaded, { ...rewritten(record, terms), state }, 'revise', circumstances)
  },
  ...outcome,
  version: (loaded) => versionOfRecord(loaded),
  async save(db, change) {
    await save(db, change)
    // What was typed before is about other words than these.
    await dropSketch(db, change.after.id, 'author')
  },
})

/** What an announced pledge is once it says something else. */
export const amended = (record: PledgeRecord, terms: Terms): PledgeRecord => {
  const state = move(record.state, 'amend')
  return { ...rewritten(record, terms), state, version: record.version + 1 }
}

/** Says something else than was announced: the earlier words stay as a version, with the difference. */
export const amendPledge = command('pledges.amend', {
  input: Rewording.extend({ why: Text }),
  conference: ({ terms }) => terms.conference,
  load: (db, input) => loadRewording(db, input),
  may: (actor, { record }) => mayAmend(actor, lived(record)),
  decide(loaded, { pledge, terms: written, why }, circumstances) {
    const record = known(loaded, circumstances.actor)
    const terms = asWrittenBy(circumstances.actor, record, written)
    const after = amended(record, terms)
    mustBeSound(pledge, terms)
    mustBeKnown(loaded.unknown)
    if (same(record.terms, terms)) return null
    return changing(loaded, after, 'amend', circumstances, { note: why })
  },
  ...outcome,
  version: (loaded) => versionOfRecord(loaded),
})

/** Takes a pledge back. What was announced stays visible, as withdrawn. */
export const withdrawPledge = command('pledges.withdraw', {
  input: One.extend({ note: Text.nullable().default(null) }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, { record }) => mayAmend(actor, lived(record)),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { note }, circumstances) {
    const record = known(loaded, circumstances.actor)
    const after = { ...record, state: move(record.state, 'withdraw'), releaseAt: null }
    return changing(loaded, after, 'withdraw', circumstances, { note })
  },
  ...outcome,
})

/** Where the parties of a pledge are heard on it. */
async function heardOn(db: Writing, pledge: PledgeId) {
  const conference = (await recordOf(db, pledge))?.conference ?? null
  return { conference, heard: await heardAt(db, conference) }
}

const OfParty = One.extend({ party: PartyCode })

/** A party confirms that a record says what it promised. */
export const confirmPledge = command('pledges.confirm', {
  input: OfParty,
  conference: () => null,
  load: async (db, input) => ({
    ...(await load(db, input)),
    deeds: await deedsOf(db, input.pledge),
    heard: await heardOn(db, input.pledge),
  }),
  may: (actor, { heard }, { party }) => isHeard(actor, party, heard),
  decide(loaded, { party }, circumstances) {
    const { record } = loaded
    must(record && isPublic(record), 'pledges.unknown-pledge', { codes: '' })
    must(
      record.terms.shares.some((share) => share.party === party),
      'pledges.no-such-share',
    )
    const done = loaded.deeds.some((one) => one.deed === 'confirm' && one.party === party)
    return done ? null : changing(loaded, record, 'confirm', circumstances, { party })
  },
  ...outcome,
})
