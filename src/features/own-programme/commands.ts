import { z } from 'zod'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { digestOfSecret } from '../../platform/accounts/links.ts'
import { command } from '../../platform/command/command.ts'
import { personalTopic } from '../../platform/command/topic.ts'
import { lastRelease } from '../programme/queries.ts'
import { FeedSecret, hasOwnProgramme } from './model.ts'

const One = z.strictObject({ conference: ConferenceId, session: SessionId })

interface Choice {
  account: string
  session: string
  conference: string
  chosenAt: Temporal.Instant
}

const ofAccount = (account: string) => `account/${account}`

/** Puts a session into one’s own programme; chosen again, it is chosen. */
export const chooseSession = command('own-programme.choose', {
  input: One,
  conference: ({ conference }) => conference,
  load: (db, { conference }) => lastRelease(db, conference),
  may: hasOwnProgramme,
  decide(released, { conference, session }, { actor, now }): Choice {
    const found = released?.sessions.find(({ id }) => id === session)
    must(found && found.status !== 'withdrawn', 'own-programme.unknown-session')
    return { account: actor.id, session, conference, chosenAt: now }
  },
  async save(db, choice) {
    await db
      .insertInto('chosenSession')
      .values(choice)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  subject: ({ account }) => ofAccount(account),
  touches: ({ account }) => [personalTopic(account)],
})

/** Takes a session out of one’s own programme. */
export const dropSession = command('own-programme.drop', {
  input: One,
  conference: ({ conference }) => conference,
  load: async () => null,
  may: hasOwnProgramme,
  decide: (_, { session }, { actor }) => ({ account: actor.id, session }),
  async save(db, { account, session }) {
    await db
      .deleteFrom('chosenSession')
      .where('account', '=', account)
      .where('session', '=', session)
      .execute()
  },
  subject: ({ account }) => ofAccount(account),
  touches: ({ account }) => [personalTopic(account)],
})

const everybody = () => null

/**
 * Gives one’s calendar an address that nobody guesses, in the place of the one that it had. The secret is made by
 * whoever asks, is shown to them once, and is kept nowhere.
 */
export const openFeed = command('own-programme.open-feed', {
  input: z.strictObject({ secret: FeedSecret }),
  conference: everybody,
  load: async () => null,
  may: hasOwnProgramme,
  decide: (_, { secret }, { actor, now }) => ({
    account: actor.id,
    digest: digestOfSecret(secret),
    since: now,
  }),
  async save(db, { account, digest, since }) {
    await db
      .insertInto('calendarFeed')
      .values({ account, digest, since })
      .onConflict((conflict) => conflict.column('account').doUpdateSet({ digest, since }))
      .execute()
  },
  subject: ({ account }) => ofAccount(account),
  touches: ({ account }) => [personalTopic(account)],
})

/** Ends the address of one’s calendar: whoever follows it finds nothing there. */
export const closeFeed = command('own-programme.close-feed', {
  input: z.strictObject({}),
  conference: everybody,
  load: async () => null,
  may: hasOwnProgramme,
  decide: (_, __, { actor }) => ({ account: actor.id }),
  async save(db, { account }) {
    await db.deleteFrom('calendarFeed').where('account', '=', account).execute()
  },
  subject: ({ account }) => ofAccount(account),
  touches: ({ account }) => [personalTopic(account)],
})
