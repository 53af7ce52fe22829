import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { Text } from '../../../kernel/text.ts'
import { Clock, Day, instantAt } from '../../../kernel/time.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { SIDES } from '../../conferences/settings.model.ts'
import {
  type Change,
  changing,
  known,
  type Loaded,
  load,
  outcome,
  save,
  versionOfRecord,
} from '../keeping/deeds.commands.ts'
import { keepDeed, nameOf, topicsAtWork } from '../keeping/save.commands.ts'
import { isCoChair, isSecretariat, move } from '../life.model.ts'
import { PledgeId } from '../model.ts'
import type { PledgeRecord } from '../queries.ts'
import { partiesOf } from '../shares.model.ts'
import { invitationsOf } from '../writing/queries.ts'
import { releasing } from './announce.commands.ts'
import { sidesOf } from './model.ts'
import { signaturesOf } from './queries.ts'

const One = z.strictObject({ pledge: PledgeId })

/** A pledge given back to its author. */
export const givenBack = (
  loaded: Pick<Loaded, 'record' | 'history'>,
  record: PledgeRecord,
  note: Text,
  circumstances: Circumstances,
): Change => {
  const after = { ...record, state: move(record.state, 'return'), releaseAt: null }
  return changing(loaded, after, 'return', circumstances, { note })
}

export async function saveGivenBack(db: Writing, change: Change): Promise<void> {
  await save(db, change)
  await db.deleteFrom('pledgeSignature').where('pledge', '=', change.after.id).execute()
}

/** The letter that tells its author. */
export const tellsAuthor = ({ after }: Change): Errand => ({
  job: 'platform.mail',
  data: { mail: 'pledges.returned', pledge: after.id },
})

/** Gives a pledge back to its author, with a word on what is missing. What was signed is to be signed anew. */
export const returnPledge = command('pledges.return', {
  input: One.extend({ note: Text }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, { record }) => isSecretariat(actor, record?.conference ?? null),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { note }, circumstances) {
    return givenBack(loaded, known(loaded, circumstances.actor), note, circumstances)
  },
  ...outcome,
  save: (db, change) => saveGivenBack(db, change),
  errands: (change) => [tellsAuthor(change)],
})

/**
 * Takes a pledge on, under embargo: until somebody announces it, or until an instant on the clocks of the conference
 * at which it becomes public by itself.
 */
export const acceptPledge = command('pledges.accept', {
  input: One.extend({
    until: z.strictObject({ day: Day, clock: Clock }).nullable().default(null),
  }),
  conference: () => null,
  load: async (db, input) => ({
    ...(await load(db, input)),
    invitations: await invitationsOf(db, input.pledge),
  }),
  may: (actor, { record }) => isSecretariat(actor, record?.conference ?? null),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { until }, circumstances) {
    const record = known(loaded, circumstances.actor)
    const parties = partiesOf(record.terms.shares)
    must(
      loaded.invitations.every((one) => !one.declinedAt || !parties.includes(one.party)),
      'pledges.partner-declined',
    )
    const releaseAt = until && instantAt(until.day, until.clock, loaded.zone)
    must(
      releaseAt === null || Temporal.Instant.compare(releaseAt, circumstances.now) > 0,
      'pledges.embargo-in-the-past',
    )
    const after = { ...record, state: move(record.state, 'accept'), releaseAt }
    return changing(loaded, after, 'accept', circumstances)
  },
  ...outcome,
  errands: ({ after }) => releasing([after]),
})

const ofSecretariat = async (db: Writing, input: { pledge: PledgeId }) => ({
  ...(await load(db, input)),
  signatures: await signaturesOf(db, [input.pledge]),
})

/** Agrees, for the host or for the United Nations, that a pledge is announced. Nobody agrees twice. */
export const signPledge = command('pledges.sign', {
  input: One.extend({ side: z.enum(SIDES) }),
  conference: () => null,
  load: (db, input) => ofSecretariat(db, input),
  may: (actor, { record }, { side }) =>
    record?.conference != null && sidesOf(actor, record.conference).includes(side),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { side }, circumstances) {
    const record = known(loaded, circumstances.actor)
    must(record.state === 'accepted', 'pledges.not-accepted')
    const by = nameOf(circumstances)
    const before = loaded.signatures.find(({ signedBy }) => signedBy === by)
    must(before === undefined || before.side === side, 'pledges.signed-for-another')
    if (before) return null
    const { name = circumstances.actor.id } = circumstances.actor
    return { record, at: circumstances.now, by, side, name }
  },
  async save(db, { record, at, by, side, name }) {
    const row = { pledge: record.id, side, at, signedBy: by, name }
    await db.insertInto('pledgeSignature').values(row).execute()
    await keepDeed(db, record.id, { deed: 'sign', at, by })
  },
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record }) => topicsAtWork(record),
  // A pledge whose embargo is over has waited for this signature alone.
  errands: ({ record }) => releasing([record]),
})

/** Takes an own signature back, while the pledge is not public. */
export const unsignPledge = command('pledges.unsign', {
  input: One,
  conference: () => null,
  load: (db, input) => ofSecretariat(db, input),
  may: (actor, { record }) =>
    record?.conference != null && sidesOf(actor, record.conference).length > 0,
  decide(loaded, _, circumstances) {
    const record = known(loaded, circumstances.actor)
    must(record.state === 'accepted', 'pledges.not-accepted')
    const by = nameOf(circumstances)
    if (!loaded.signatures.some(({ signedBy }) => signedBy === by)) return null
    return { record, at: circumstances.now, by }
  },
  async save(db, { record, at, by }) {
    await db
      .deleteFrom('pledgeSignature')
      .where('pledge', '=', record.id)
      .where('signedBy', '=', by)
      .execute()
    await keepDeed(db, record.id, { deed: 'unsign', at, by })
  },
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record }) => topicsAtWork(record),
})

/** Says something on a pledge among those who review it; a co-chair may say no more than that it concurs. */
export const remarkOnPledge = command('pledges.remark', {
  input: One.extend({
    concurs: z.boolean().default(false),
    words: Text.nullable().default(null),
  }).refine(({ concurs, words }) => concurs || words !== null, {
    path: ['words'],
    error: 'pledges.needs-words',
  }),
  conference: () => null,
  load: (db, input) => load(db, input),
  may: (actor, { record }) => {
    const conference = record?.conference ?? null
    return isSecretariat(actor, conference) || isCoChair(actor, conference)
  },
  decide(loaded, { concurs, words }, circumstances) {
    const { actor, now, newId } = circumstances
    const record = known(loaded, actor)
    const conference = record.conference ?? null
    const chair = actor.grants.find(
      (grant) => grant.role === 'co-chair' && ['*', conference].includes(grant.conference),
    )
    const party = isSecretariat(actor, conference) ? null : (chair?.party ?? null)
    const by = nameOf(circumstances)
    return {
      record,
      row: {
        ...{ id: newId(), pledge: record.id, party, concurs, at: now, by },
        words: words && JSON.stringify(words),
        name: actor.name ?? actor.id,
      },
    }
  },
  async save(db, { row }) {
    await db
      .insertInto('pledgeRemark')
      .values(row as never)
      .execute()
  },
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record: { id, conference } }) => [
    `pledges/remarks/${id}`,
    `pledges/remarks/of/${conference}`,
  ],
})
