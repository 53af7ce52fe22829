import { z } from 'zod'
import { must } from '../../kernel/refusal.ts'
import { command } from '../../platform/command/command.ts'
import { personalTopic } from '../../platform/command/topic.ts'
import { type NoticeKind, waysOf } from './kind.ts'
import { DIGEST, Hour, hasNotices, USUAL_HOUR, Way } from './model.ts'
import { habitsOf } from './queries.ts'

const everybody = () => null
const ofAccount = ({ account }: { account: string }) => `account/${account}`
const touching = ({ account }: { account: string }) => [personalTopic(account)]

/** Marks a notice of one's own as read: no letter tells of it any more. */
export const readNotice = command('notifications.read', {
  input: z.strictObject({ notice: z.uuid() }),
  conference: everybody,
  load: (db, { notice }) =>
    db
      .selectFrom('notice')
      .select(['account', 'readAt'])
      .where('id', '=', notice)
      .executeTakeFirst(),
  may: (actor, found) => hasNotices(actor) && found?.account === actor.id,
  decide: (found, { notice: id }, { actor, now }) =>
    found?.readAt ? null : { account: actor.id, id, readAt: now },
  async save(db, { id, readAt }) {
    await db.updateTable('notice').set({ readAt, due: null }).where('id', '=', id).execute()
  },
  subject: ofAccount,
  touches: touching,
})

/** Marks every notice of one's own as read. */
export const readAll = command('notifications.read-all', {
  input: z.strictObject({}),
  conference: everybody,
  load: async () => null,
  may: hasNotices,
  decide: (_, __, { actor, now }) => ({ account: actor.id, readAt: now }),
  async save(db, { account, readAt }) {
    await db
      .updateTable('notice')
      .set({ readAt, due: null })
      .where('account', '=', account)
      .where('readAt', 'is', null)
      .execute()
  },
  subject: ofAccount,
  touches: touching,
})

/** Says how one wants to be told of each kind of notices, and at which hour of one's day the digest comes. */
export const choosing = (kinds: readonly NoticeKind[]) =>
  command('notifications.choose', {
    input: z.strictObject({
      hour: Hour.default(USUAL_HOUR),
      ways: z.record(z.string().regex(/^[a-z-]+$/), Way).default({}),
    }),
    conference: everybody,
    load: async () => null,
    may: hasNotices,
    decide(_, { hour, ways }, { actor }) {
      const chosen = Object.entries(ways).map(([name, way]) => {
        const kind = kinds.find((one) => one.name === name)
        must(kind, 'notifications.unknown-kind')
        must(waysOf(kind).includes(way), 'notifications.stays-on')
        return { account: actor.id, kind: name, way }
      })
      return { account: actor.id, hour, chosen }
    },
    async save(db, { account, hour, chosen }) {
      await db
        .insertInto('noticeHour')
        .values({ account, hour })
        .onConflict((conflict) => conflict.column('account').doUpdateSet({ hour }))
        .execute()
      if (chosen.length === 0) return
      await db
        .insertInto('noticeChoice')
        .values(chosen)
        .onConflict((conflict) =>
          conflict
            .columns(['account', 'kind'])
            .doUpdateSet((row) => ({ way: row.ref('excluded.way') })),
        )
        .execute()
    },
    subject: ofAccount,
    touches: touching,
  })

/**
 * Stops the letters of a kind, for whoever holds one of them: what it told is told here alone from now on. A letter that
 * holds a digest stops all that would come in one.
 */
export const stopping = (kinds: readonly NoticeKind[]) =>
  command('notifications.stop', {
    input: z.strictObject({ token: z.uuid() }),
    conference: everybody,
    async load(db, { token }) {
      const found = await db
        .selectFrom('noticeStop')
        .select(['account', 'kind'])
        .where('token', '=', token)
        .executeTakeFirst()
      return found && { ...found, habits: (await habitsOf(db, [found.account]))(found.account) }
    },
    may: () => true,
    decide(found) {
      must(found, 'notifications.unknown-letter')
      const { account, kind, habits } = found
      const wayOf = ({ name, usual }: NoticeKind) => habits.ways.get(name) ?? usual
      const stopped = kinds.filter((one) =>
        kind === DIGEST
          ? wayOf(one) === 'digest'
          : one.name === kind && ['digest', 'at-once'].includes(wayOf(one)),
      )
      return stopped.length === 0 ? null : { account, kinds: stopped.map(({ name }) => name) }
    },
    async save(db, { account, kinds: names }) {
      await db
        .insertInto('noticeChoice')
        .values(names.map((kind) => ({ account, kind, way: 'product' as const })))
        .onConflict((conflict) =>
          conflict.columns(['account', 'kind']).doUpdateSet({ way: 'product' }),
        )
        .execute()
      await db
        .updateTable('notice')
        .set({ due: null })
        .where('account', '=', account)
        .where('kind', 'in', names)
        .where('due', 'is not', null)
        .execute()
    },
    subject: ofAccount,
    touches: touching,
  })
