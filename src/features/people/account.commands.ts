import { z } from 'zod'
import type { ConferenceId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { dropLinks, keepLink } from '../../platform/accounts/links.ts'
import {
  accountAt,
  addAccount,
  revokeKey as dropKey,
  removePasskey as dropPasskey,
  liftSecondFactor as dropSecondFactor,
  endSessions as dropSessions,
  moveAccount,
} from '../../platform/accounts/tables.ts'
import { type Command, command, type Writing } from '../../platform/command/command.ts'
import { versionOf } from '../../platform/command/version.ts'
import { everyConference } from '../conferences/queries.ts'
import {
  AccountId,
  Address,
  isAdministrator,
  isSystem,
  mayTend,
  mustAt,
  PersonName,
  Profile,
  postsOfFounder,
} from './model.ts'
import { administrators, holdingById, type Person, personOf } from './queries.ts'

const Account = z.strictObject({ account: AccountId })
const everybody = () => null
const person = (db: Writing, { account }: { account: string }) => personOf(db, account)

type About<Input, Subject, Decision> = Omit<
  Command<Input, Subject, Decision>,
  'name' | 'conference' | 'subject' | 'touches'
>

/** A deed about one account, whichever conferences its holder has to do with. */
const aboutAccount = <Input extends { account: AccountId }, Subject, Decision>(
  name: string,
  parts: About<Input, Subject, Decision>,
) =>
  command<Input, Subject, Decision>(name, {
    ...parts,
    conference: everybody,
    subject: (_, { account }) => `account/${account}`,
    touches: (_, { account }) => [`account/${account}`, 'accounts'],
  })

const profileIn = ({ name, language, zone }: Profile): Profile => ({ name, language, zone })

/** Changes how somebody is called and how they read. */
export const changeProfile = aboutAccount('people.change-profile', {
  input: Account.extend(Profile.shape),
  load: person,
  may: (actor, _, { account }) => mayTend(actor, account),
  version: (person) => (person ? versionOf(profileIn(person)) : ''),
  decide(person, { account: _, ...profile }) {
    must(person, 'people.unknown-account')
    return same(profileIn(person), profile) ? null : profile
  },
  async save(db, profile, { account }) {
    await db.updateTable('person').set(profile).where('account', '=', account).execute()
  },
})

/** Gives an account another address. Whoever is signed in is no longer; the next letter goes to the new one. */
export const changeAddress = aboutAccount('people.change-address', {
  input: Account.extend({ address: Address }),
  load: async (db, { account, address }) => ({
    person: await personOf(db, account),
    holder: (await accountAt(db, address))?.id ?? null,
  }),
  may: (actor) => isAdministrator(actor),
  decide({ person, holder }, { account, address }, { now: at }) {
    must(person, 'people.unknown-account')
    if (holder === account) return null
    mustAt('address', holder === null, 'people.address-taken')
    return { id: account, address, at }
  },
  async save(db, moved) {
    await moveAccount(db, moved)
    await dropSessions(db, moved.id)
  },
})

/** Closes an account: whoever is signed in with it is nobody at once. What they did stays theirs. */
export const closeAccount = aboutAccount('people.close-account', {
  input: Account,
  async load(db, { account }) {
    const all = await administrators(db)
    const holdings = await Promise.all(all.map((id) => holdingById(db, id)))
    return {
      person: await personOf(db, account),
      isLast: all.length > 0 && holdings.every((holding) => holding?.account === account),
    }
  },
  may: (actor) => isAdministrator(actor),
  decide({ person, isLast }, _, { now }) {
    must(person, 'people.unknown-account')
    if (person.closedAt !== null) return null
    must(!isLast, 'people.last-administrator')
    return { closedAt: now }
  },
  async save(db, closed, { account }) {
    await db.updateTable('person').set(closed).where('account', '=', account).execute()
    await dropSessions(db, account)
  },
})

/** Opens an account again, with the roles that it held. */
export const reopenAccount = aboutAccount('people.reopen-account', {
  input: Account,
  load: person,
  may: (actor) => isAdministrator(actor),
  decide(person) {
    must(person, 'people.unknown-account')
    return person.closedAt === null ? null : { closedAt: null }
  },
  async save(db, opened, { account }) {
    await db.updateTable('person').set(opened).where('account', '=', account).execute()
  },
})

/** What somebody does to the ways into an account: nothing is decided, for what is gone already may go again. */
const tending = <Input extends { account: AccountId }>(
  name: string,
  input: z.ZodType<Input>,
  save: (db: Writing, input: Input) => Promise<void>,
) =>
  aboutAccount<Input, Person | null, object>(name, {
    input,
    load: person,
    may: (actor, _, { account }) => mayTend(actor, account),
    decide(person) {
      must(person, 'people.unknown-account')
      return {}
    },
    save: (db, _, given) => save(db, given),
  })

/** Ends one session of an account. */
export const endSession = tending(
  'people.end-session',
  Account.extend({ session: z.uuid() }),
  (db, { account, session }) => dropSessions(db, account, session),
)

/** Ends every session of an account, at once and everywhere. */
export const endSessions = tending('people.end-sessions', Account, (db, { account }) =>
  dropSessions(db, account),
)

/** Takes back a key: programs that show it are nobody. */
export const revokeKey = tending(
  'people.revoke-key',
  Account.extend({ key: z.uuid() }),
  (db, { account, key }) => dropKey(db, account, key),
)

/** Takes back a passkey. */
export const removePasskey = tending(
  'people.remove-passkey',
  Account.extend({ passkey: z.uuid() }),
  (db, { account, passkey }) => dropPasskey(db, account, passkey),
)

/** Takes the second factor from somebody who lost it. Its holder does so with a code, on the page of the account. */
export const liftSecondFactor = aboutAccount('people.lift-second-factor', {
  input: Account,
  load: person,
  may: (actor, _, { account }) => isAdministrator(actor) && actor.id !== account,
  decide(person) {
    must(person, 'people.unknown-account')
    return {}
  },
  save: (db, _, { account }) => dropSecondFactor(db, account),
})

const conferencesIn = async (db: Writing): Promise<ConferenceId[]> =>
  (await everyConference(db)).map(({ record }) => record.id)

/** Makes the first account, where nobody may do everything yet. Only the program itself does. */
export const found = command('people.found', {
  input: z.strictObject({ address: Address, name: PersonName }),
  conference: everybody,
  load: async (db, { address }) => ({
    administrators: await administrators(db),
    account: (await accountAt(db, address))?.id ?? null,
    conferences: await conferencesIn(db),
  }),
  may: isSystem,
  decide({ administrators: all, account, conferences }, { address, name }, circumstances) {
    const { now: at, newId, actor } = circumstances
    if (all.length > 0) return null
    must(account === null, 'people.address-taken')
    const id = newId()
    const holdings = postsOfFounder(conferences).map((post) => ({
      ...{ ...post, id: newId(), account: id, since: at },
      ...{ givenBy: `${actor.kind}/${actor.id}`, until: null, endedBy: null },
    }))
    return { id, address, at, name, holdings }
  },
  async save(db, { id, address, at, name, holdings }) {
    const row = { account: id, name, language: 'en' as const, zone: null }
    await addAccount(db, { id, address, at })
    await db
      .insertInto('person')
      .values({ ...row, since: at, closedAt: null })
      .execute()
    await db.insertInto('holding').values(holdings).execute()
  },
  subject: ({ id }) => `account/${id}`,
  answer: ({ id }) => ({ account: id }),
  touches: () => ['accounts'],
})

/** How long the link may wait that the machine itself prints, in hours. */
const PRINTED_LASTS = 12

/**
 * Keeps a link that signs an account in, once; those before it no longer do. Only whoever works at the machine makes
 * one by hand.
 */
export const keepSignInLink = command('people.keep-sign-in-link', {
  input: z.strictObject({ address: Address, digest: z.string().length(43) }),
  conference: everybody,
  load: async (db, { address }) => accountAt(db, address),
  may: isSystem,
  decide(account, { address, digest }, { now: at }) {
    must(account, 'people.unknown-address')
    return { account: account.id, digest, address, at, until: at.add({ hours: PRINTED_LASTS }) }
  },
  async save(db, link) {
    await dropLinks(db, link.address)
    await keepLink(db, link)
  },
  subject: ({ account }) => `account/${account}`,
  touches: () => [],
})
