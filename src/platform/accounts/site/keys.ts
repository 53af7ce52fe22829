import type { Hono } from 'hono'
import type { Env } from '../../http/site/beside.ts'
import { MadeKey, NewKey } from '../pages/keys.tsx'
import { say } from '../words.ts'
import { inside } from './inside.ts'
import { attemptOf, filledBy, languageOf, type Room, show } from './room.ts'

const AT = '/:language{[a-z][a-z]}/account/keys/new'
const LONGEST_NAME = 80
/** How many days a key may hold. */
export const DAYS = [30, 90, 365] as const
const MOST_KEYS = 20

/** Making a key for a program, which is shown once. */
export function keys(app: Hono<Env>, room: Room): void {
  const { accounts, database } = room

  app.get(
    AT,
    inside(room, async (c, { known }) => {
      const language = languageOf(room, c)
      return show(room, c, language, {
        title: say(language, 'key.new'),
        person: known,
        body: (reader) => NewKey({ reader, days: DAYS }),
      })
    }),
  )

  app.post(
    AT,
    inside(room, async (c, { session, known }) => {
      const language = languageOf(room, c)
      const filled = await filledBy(c)
      const name = filled.value('name').trim()
      const days = DAYS.find((one) => `${one}` === filled.value('days')) ?? DAYS[0]
      const message =
        name === '' || name.length > LONGEST_NAME
          ? say(language, 'refusal.key-name')
          : (await countOf(session.account)) >= MOST_KEYS
            ? say(language, 'refusal.too-many-keys', { most: MOST_KEYS })
            : null
      if (message !== null) {
        const title = say(language, 'refusal.look-again')
        return show(room, c, language, {
          title: say(language, 'key.new'),
          person: known,
          status: 422,
          attempt: attemptOf('accounts.make-key', filled, { title, at: { name: 'name', message } }),
          body: (reader) => NewKey({ reader, days: DAYS }),
        })
      }
      const { key } = await accounts.auth.api.createApiKey({
        body: { name, userId: session.account, expiresIn: days * 24 * 3600 },
      })
      await accounts.note('make-key', session.account)
      return show(room, c, language, {
        title: say(language, 'key.made'),
        person: known,
        body: () => MadeKey({ language, name, value: key }),
      })
    }),
  )

  const countOf = async (account: string) => {
    const { count } = await database.write
      .selectFrom('auth.apiKey')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('referenceId', '=', account)
      .executeTakeFirstOrThrow()
    return Number(count)
  }
}
