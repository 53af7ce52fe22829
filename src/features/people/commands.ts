import { z } from 'zod'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { accountAt, addAccount } from '../../platform/accounts/tables.ts'
import { command, type Topic, type Writing } from '../../platform/command/command.ts'
import { MAIL_JOB } from '../../platform/mail/letter.ts'
import { outlineById } from '../conferences/queries.ts'
import { partyOf } from '../parties/queries.ts'
import {
  AccountId,
  Address,
  type Holding,
  mayEnd,
  mayGive,
  mustBeWhole,
  PersonName,
  Post,
} from './model.ts'
import { administrators, holdingById, holdingLike, personOf } from './queries.ts'

/** What shows that somebody holds a role, or no longer does. */
const touched = (account: string, conference: string): readonly Topic[] => [
  `account/${account}`,
  `people/${conference}`,
  'accounts',
]

const nameOf = ({ kind, id }: { kind: string; id: string }) => `${kind}/${id}`

/** What a role is held at and for is there. */
async function grounds(db: Writing, { conference, party }: Post) {
  return {
    conference: conference === '*' || (await outlineById(db, conference)) !== null,
    party: party === null || (await partyOf(db, party)) !== null,
  }
}
type Grounds = Awaited<ReturnType<typeof grounds>>

function mustStand(post: Post, { conference, party }: Grounds): void {
  mustBeWhole(post)
  must(conference, 'people.unknown-conference')
  must(party, 'people.unknown-party')
}

/** Whoever got a role is told so by a letter. */
const toldOf = ({ id }: Pick<Holding, 'id'>) => [
  { job: MAIL_JOB, data: { mail: 'people.invitation', holding: id } },
]

const saveHolding = async (db: Writing, holding: Holding) => {
  await db.insertInto('holding').values(holding).execute()
}

/**
 * Lets somebody in by an address, with a role, and writes to them. Whoever has an account already keeps their name and
 * gets the role.
 */
export const invite = command('people.invite', {
  input: z.strictObject({ address: Address, name: PersonName, language: Language, ...Post.shape }),
  conference: ({ conference }) => (conference === '*' ? null : conference),
  async load(db, input) {
    const account = (await accountAt(db, input.address))?.id ?? null
    const held = account !== null && (await holdingLike(db, account, input)) !== null
    return { account, held, grounds: await grounds(db, input) }
  },
  may: (actor, { account }, input) => mayGive(actor, input, account),
  decide({ account, held, grounds }, input, { actor, now, newId }) {
    mustStand(input, grounds)
    must(!held, 'people.holds-already')
    const { role, conference, party, address, name, language } = input
    const id = account ?? newId()
    return {
      isNew: account === null,
      person: { account: id, name, language, zone: null, since: now, closedAt: null },
      address,
      holding: {
        ...{ id: newId(), account: id, role, conference, party, since: now },
        ...{ givenBy: nameOf(actor), until: null, endedBy: null },
      },
    }
  },
  async save(db, { isNew, person, address, holding }) {
    if (isNew) {
      await addAccount(db, { id: person.account, address, at: person.since })
      await db.insertInto('person').values(person).execute()
    }
    await saveHolding(db, holding)
  },
  subject: ({ person }) => `account/${person.account}`,
  answer: ({ person, holding }) => ({ account: person.account, holding: holding.id }),
  touches: ({ holding }) => touched(holding.account, holding.conference),
  errands: ({ holding }) => toldOf(holding),
})

/** Gives somebody who has an account another role. */
export const giveRole = command('people.give-role', {
  input: z.strictObject({ account: AccountId, ...Post.shape }),
  conference: ({ conference }) => (conference === '*' ? null : conference),
  load: async (db, input) => ({
    person: await personOf(db, input.account),
    held: (await holdingLike(db, input.account, input)) !== null,
    grounds: await grounds(db, input),
  }),
  may: (actor, _, input) => mayGive(actor, input, input.account),
  decide({ person, held, grounds }, input, { actor, now, newId }): Holding | null {
    must(person, 'people.unknown-account')
    mustStand(input, grounds)
    if (held) return null
    const { account, role, conference, party } = input
    return {
      ...{ id: newId(), account, role, conference, party, since: now },
      ...{ givenBy: nameOf(actor), until: null, endedBy: null },
    }
  },
  save: saveHolding,
  subject: ({ account }) => `account/${account}`,
  answer: ({ id }) => ({ holding: id }),
  touches: ({ account, conference }) => touched(account, conference),
  errands: toldOf,
})

/** Ends a role; it stays in the history of who held what. */
export const endRole = command('people.end-role', {
  input: z.strictObject({ holding: z.uuid() }),
  conference: () => null,
  load: async (db, input) => ({
    holding: await holdingById(db, input.holding),
    administrators: await administrators(db),
  }),
  may: (actor, { holding }) => holding !== null && mayEnd(actor, holding),
  decide({ holding, administrators }, _, { actor, now }) {
    must(holding, 'people.unknown-role')
    if (holding.until !== null) return null
    const isLast = administrators.length === 1 && administrators[0] === holding.id
    must(!isLast, 'people.last-administrator')
    return { ...holding, until: now, endedBy: nameOf(actor) }
  },
  async save(db, { id, until, endedBy }) {
    await db.updateTable('holding').set({ until, endedBy }).where('id', '=', id).execute()
  },
  subject: ({ account }) => `account/${account}`,
  touches: ({ account, conference }) => touched(account, conference),
})
