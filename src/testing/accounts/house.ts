import { pino } from 'pino'
import { keepSignInLink } from '../../features/people/account.commands.ts'
import { invite } from '../../features/people/commands.ts'
import { people } from '../../features/people/feature.ts'
import { OPERATOR } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { type Accounts, createAccounts } from '../../platform/accounts/accounts.ts'
import { digestOfSecret, newSecret } from '../../platform/accounts/links.ts'
import { whoAreOf } from '../../platform/accounts/who.ts'
import type { Settings } from '../../platform/config/settings.ts'
import { createUploads } from '../../platform/files/uploads.ts'
import { type OpenSite, openSite } from '../web/site.ts'
import { world as makeWorld, type World } from '../world.ts'
import { type Browser, openBrowser } from './browser.ts'

/** A world in which people have accounts, and a site at which they sign in. */
export interface House {
  world: World
  accounts: Accounts
  site: OpenSite
  /** Everything that was logged. */
  logged: readonly string[]
  /** A browser that nobody has signed in with. */
  browser(): Browser
  /** Makes an account: with the role of a reviewer everywhere, unless another is said. */
  account(
    address: string,
    said?: {
      name?: string
      role?: string
      language?: Language
      conference?: string
      party?: string
    },
  ): Promise<string>
  /** Signs an address in by a link; the browser that now is. */
  signedIn(address: string, into?: Browser): Promise<Browser>
  /** A link as the command line makes one: its path in English. */
  linkFor(address: string): Promise<string>
  close(): Promise<void>
}

const SECRET = 'a secret of forty signs that tests may know'

/** Opens a house; its clock is turned to the real time, which better-auth goes by. */
export async function openHouse(
  settings: Partial<Pick<Settings, 'oidc' | 'publicUrl'>> = {},
  { shipped = false } = {},
): Promise<House> {
  const world = await makeWorld({ shipped })
  world.clock.turnTo(Temporal.Now.instant().round('millisecond'))
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const accounts = createAccounts({
    url: world.database.url,
    database: world.database,
    clock: world.clock,
    log,
    settings: {
      publicUrl: 'http://plenum.test',
      home: '',
      secret: SECRET,
      oidc: undefined,
      ...settings,
    },
    whoAre: whoAreOf([people]),
  })
  const site = await openSite(world, {
    accounts,
    log,
    authenticate: accounts.authenticate,
    uploads: createUploads({ database: world.database, clock: world.clock }),
    limits: { post: { burst: 100_000, perSecond: 1 }, get: { burst: 100_000, perSecond: 1 } },
    ...(settings.publicUrl && { settings: { publicUrl: settings.publicUrl } }),
  })
  const browser = () => openBrowser(site.origin)
  const linkFor = async (address: string) => {
    const secret = newSecret()
    await world.perform(OPERATOR, keepSignInLink, { address, digest: digestOfSecret(secret) })
    return `/en/sign-in/${secret}`
  }
  return {
    ...{ world, accounts, site, logged, browser, linkFor },
    async account(address, said = {}) {
      const input = {
        ...{ address, name: 'Grace Otieno', role: 'reviewer', language: 'en' },
        ...{ conference: '*', party: null, ...said },
      }
      const { answer } = await world.perform(OPERATOR, invite, input)
      return String(answer.account)
    },
    async signedIn(address, into = browser()) {
      const link = await linkFor(address)
      await into.send(link, {})
      return into
    },
    async close() {
      await site.close()
      await accounts.close()
      await world.close()
    },
  }
}
