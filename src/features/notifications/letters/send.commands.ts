import { z } from 'zod'
import { command, type Writing } from '../../../platform/command/command.ts'
import type { NoticeKind } from '../kind.ts'
import { DIGEST, sits, TELLER, type Way } from '../model.ts'
import { habitsOf, holdersAmong } from '../queries.ts'

/** People to whom is written in one act. */
export const AT_ONCE = 100
const LETTERS_OF_AN_ERRAND = 50

const isTeller = (actor: { kind: string; id: string }) =>
  actor.kind === 'system' && actor.id === TELLER.id

const dueOf = (db: Writing, accounts: readonly string[]) =>
  db
    .selectFrom('notice')
    .select(['id', 'account', 'kind', 'seat', 'mail', 'due'])
    .where('account', 'in', accounts)
    .where('due', 'is not', null)
    .orderBy('toldAt')
    .orderBy('id')
    .execute()

interface Letter {
  id: string
  account: string
  kind: string
  at: Temporal.Instant
  notices: readonly string[]
}

/**
 * Asks for the letters whose time has come: at once, one for each kind; once a day, one for all. Who no longer sits
 * where something was told, or meanwhile wants it otherwise, gets none.
 */
export const sending = (kinds: readonly NoticeKind[]) =>
  command('notifications.send', {
    input: z.strictObject({ accounts: z.array(z.uuid()).min(1).max(AT_ONCE) }),
    conference: () => null,
    async load(db, { accounts }) {
      return {
        due: await dueOf(db, accounts),
        holders: await holdersAmong(db, accounts),
        habits: await habitsOf(db, accounts),
      }
    },
    may: isTeller,
    decide({ due, holders, habits }, _, { now, newId }) {
      const usual = new Map(kinds.map(({ name, usual }) => [name, usual]))
      const wayOf = (account: string, kind: string): Way =>
        habits(account).ways.get(kind) ?? usual.get(kind) ?? 'off'
      const all = due.filter((one) => one.due && Temporal.Instant.compare(one.due, now) <= 0)
      const wanted = all.filter(({ account, kind, seat }) => {
        const holder = holders.find((one) => one.account === account)
        return holder && sits(holder, seat) && ['digest', 'at-once'].includes(wayOf(account, kind))
      })
      if (all.length === 0) return null
      const groups = Map.groupBy(wanted, ({ account, kind, mail }) =>
        [account, mail === 'digest' ? DIGEST : kind].join(' '),
      )
      const letters = [...groups].map(([group, notices]): Letter => {
        const [account = '', kind = ''] = group.split(' ')
        return { id: newId(), account, kind, at: now, notices: notices.map(({ id }) => id) }
      })
      return { all: all.map(({ id }) => id), letters }
    },
    async save(db, { all, letters }) {
      await db.updateTable('notice').set({ due: null }).where('id', 'in', all).execute()
      for (const { notices, ...letter } of letters) {
        await db.insertInto('noticeLetter').values(letter).execute()
        await db
          .updateTable('notice')
          .set({ letter: letter.id })
          .where('id', 'in', notices)
          .execute()
      }
    },
    subject: () => 'notices',
    answer: ({ letters }) => ({ letters: letters.length }),
    touches: () => [],
    errands: ({ letters }) =>
      inParts(letters, LETTERS_OF_AN_ERRAND).map((part) => ({
        job: 'platform.mail',
        data: { mail: 'notifications.letter', letters: part.map(({ id }) => id) },
      })),
  })

const inParts = <Item>(all: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  )

/** What was read half a year ago, or told two years ago, is of no use to anybody. */
const READ_KEPT = { hours: 24 * 183 }
const KEPT = { hours: 24 * 730 }

/** Forgets old notices. */
export const forgetNotices = command('notifications.forget', {
  input: z.strictObject({}),
  conference: () => null,
  load: async () => null,
  may: isTeller,
  decide: (_, __, { now }) => ({ read: now.subtract(READ_KEPT), told: now.subtract(KEPT) }),
  async save(db, { read, told }) {
    await db
      .deleteFrom('notice')
      .where((where) => where.or([where('readAt', '<', read), where('toldAt', '<', told)]))
      .execute()
    await db.deleteFrom('noticeLetter').where('at', '<', told).execute()
  },
  subject: () => 'notices',
  touches: () => [],
})
