import { randomUUIDv7 } from 'node:crypto'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import type { Clock } from '../clock.ts'
import { notifyTopics } from '../command/notices.ts'
import { accountTopic } from '../command/topic.ts'
import type { Log } from '../config/log.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import { gathering } from '../database/gathering.ts'
import { writeEntry } from '../journal/write.ts'
import { type Auth, type AuthParts, createAuth, openAuthDatabase } from './auth/auth.ts'
import { secretOf } from './auth/secret.ts'
import { type Budgets, createBudgets } from './budget.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { type WhoAre, type WhoIs, whoIsBy } from './who.ts'

/** What accounts need of the world. */
export interface AccountsParts {
  /** The address of the database, for better-auth's own connections. */
  url: string
  database: Pick<Database, 'write'>
  clock: Clock
  log: Log
  settings: Pick<Settings, 'publicUrl' | 'home' | 'secret' | 'oidc'>
  whoAre: WhoAre
}

/** Who may come in, and by what; of one process. */
export interface Accounts {
  /** Who asks: by a key, or by the cookie of a session that is confirmed; everybody else is nobody. */
  authenticate(request: Request): Promise<Actor>
  readonly auth: Auth
  /** The same with single sign-on; null: there is none. Made when it is first asked for, since the provider is asked. */
  singleSignOn(): { auth: Auth; name: string } | null
  readonly sessions: Sessions
  readonly budgets: Budgets
  readonly whoIs: WhoIs
  /** Writes a deed of an account into the journal, and tells whoever shows the account. */
  note(action: string, account: string): Promise<void>
  /** Does something that an answer must not wait for; the process does not end before it has. */
  later(task: () => Promise<unknown>): void
  close(): Promise<void>
}

/** Opens the accounts of a database. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { url, database, clock, log, settings, whoAre } = parts
  const whoIs = whoIsBy(whoAre)
  const { publicUrl, oidc } = settings
  const secret = secretOf(settings)
  const own = openAuthDatabase(url)
  const sessions = createSessions({ database, clock, secret, publicUrl })
  const known = gathering((accounts: readonly string[]) => whoAre(database.write, accounts))
  const underWay = new Set<Promise<unknown>>()

  const note = (action: string, account: string) =>
    database.write.transaction().execute(async (db) => {
      const who = `account/${account}`
      await writeEntry(db, {
        ...{ id: randomUUIDv7(), at: clock.now(), action: `accounts.${action}` },
        ...{ subject: who, actor: who, conference: null, input: {} },
      })
      await notifyTopics(db, [accountTopic(account)])
    })
  const standing = async (account: string) => {
    if (!(await whoIs(database.write, account))) return null
    const user = await database.write
      .selectFrom('auth.user')
      .select('twoFactorEnabled')
      .where('id', '=', account)
      .executeTakeFirst()
    return user ? { hasSecondFactor: user.twoFactorEnabled === true } : null
  }
  const authParts: AuthParts = { database: own, secret, publicUrl, log, hooks: { standing, note } }
  let sso: Auth | undefined

  const accountOf = async ({ headers }: Request) => {
    const [, key] = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
    if (key !== undefined) return { account: await sessions.ofKey(key), session: undefined }
    const session = await sessions.of(headers.get('cookie'))
    return session?.confirmed
      ? { account: session.account, session: session.id }
      : { account: null, session: undefined }
  }

  return {
    auth: createAuth(authParts),
    singleSignOn() {
      if (!oidc) return null
      sso ??= createAuth({ ...authParts, oidc })
      return { auth: sso, name: oidc.name }
    },
    ...{ sessions, whoIs, note },
    budgets: createBudgets({ database, clock, secret }),
    async authenticate(request) {
      const { account, session } = await accountOf(request)
      const who = account === null ? null : await known(account)
      if (account === null || !who) return ANONYMOUS
      const { name, grants } = who
      return { kind: 'account', id: account, name, grants, ...(session && { session }) }
    },
    later(task) {
      const doing = task().catch((error) =>
        log.error({ err: error }, 'What an account asked for could not be done.'),
      )
      underWay.add(doing)
      void doing.finally(() => underWay.delete(doing))
    },
    async close() {
      await Promise.all(underWay)
      await own.destroy()
    },
  }
}
