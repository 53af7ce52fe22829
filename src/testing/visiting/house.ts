import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
  Response,
} from 'playwright-core'
import type { Role } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { freshHome, serveBuilt } from '../served.ts'
import { openBrowser } from './browser.ts'

const run = promisify(execFile)

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

/** Somebody as `people.invite` names them. */
export interface Invited {
  address: string
  name: string
  language: Language
  role: Role
  party?: string
}

/** A Plenum of a journey's own, with a browser in front of it. */
export interface House {
  readonly origin: string
  /** The sign-in link that the first start printed. */
  readonly firstLink: string
  /** A browser of somebody's own. */
  person(options?: BrowserContextOptions): Promise<BrowserContext>
  /** A deed of the operator, from the command line; what it answers. */
  perform(name: string, input: object): Promise<Record<string, string>>
  /** Somebody with a role, invited by the operator, who has come in and looks at their work. */
  invite(invited: Invited, options?: BrowserContextOptions): Promise<Page>
  /** Kills the application without a word, and starts it again where it was when something is done. */
  whileGone(deed: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** The sign-in link of the secretariat, as a first start prints it. */
export function firstLinkOf({ lines }: { lines: readonly string[] }): string {
  const said = lines.find((line) => line.includes('/sign-in/')) ?? ''
  return /https?:\S+/.exec(said)?.[0] ?? ''
}

/** Starts the built application in a new home. */
export async function openHouse(): Promise<House> {
  const browser: Browser = await openBrowser()
  const home = await freshHome()
  let application = await serveBuilt(home)

  const plenum = async (...args: string[]) => {
    const { stdout } = await run(process.execPath, ['build/server/cli.js', ...args], {
      env: {
        ...{ ...process.env, VITEST: '', NODE_OPTIONS: '' },
        ...{ PLENUM_HOME: home, PUBLIC_URL: application.origin },
      },
    })
    return stdout.trim()
  }
  const person = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: DESK, ...options })
    context.setDefaultTimeout(15_000)
    return context
  }
  return {
    origin: application.origin,
    firstLink: firstLinkOf(application),
    person,
    async perform(name, input) {
      return JSON.parse(await plenum('perform', name, JSON.stringify(input))).answer
    },
    async invite({ role, party, ...who }, options) {
      const grant = { role, conference: 'seoul2021', ...(party && { party }) }
      await plenum('perform', 'people.invite', JSON.stringify({ ...who, ...grant }))
      const link = await plenum('people', 'sign-in-link', who.address)
      const page = await (await person(options)).newPage()
      await comeIn(page, link.replace('/en/', `/${who.language}/`))
      return page
    },
    async whileGone(deed) {
      const { port } = new URL(application.origin)
      application.kill('SIGKILL')
      await application.ended()
      await deed()
      application = await serveBuilt(home, { PORT: port })
    },
    async close() {
      await browser.close()
      application.kill('SIGTERM')
      await application.ended()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Follows a sign-in link and comes in; without JavaScript too. */
export async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.includes('/sign-in/'))
}

/** Letters of notices leave once a minute. */
const LOOKS = 240

/** The link in the newest letter (of those to an address, or of a subject) that begins like this, by the outbox. */
export async function linkInLetters(
  page: Page,
  house: House,
  like: string,
  of = '',
): Promise<string> {
  const links = page.locator(`main a[href*="${like}"]`)
  const letters = `${house.origin}/en/administration/mail?${new URLSearchParams({ q: of })}`
  for (let look = 0; look < LOOKS; look += 1) {
    await page.goto(letters)
    const newest = page.locator('main a[href*="/administration/mail/"]').first()
    if ((await newest.count()) > 0) {
      await newest.click()
      await page.getByRole('heading', { name: 'As text' }).waitFor()
      if ((await links.count()) > 0) return (await links.first().getAttribute('href')) ?? ''
    }
    await page.waitForTimeout(250)
  }
  throw new RangeError(`No letter links to ${like}`)
}

/** Asks for a link at the address, takes it out of the newest letter, and comes in by it. */
export async function signIn(
  theirs: Page,
  { house, outbox, address, at }: { house: House; outbox: Page; address: string; at: string },
): Promise<void> {
  await theirs.goto(`${house.origin}${at}`)
  await theirs.locator('input[type=email]').fill(address)
  await theirs.locator('main form button[type=submit]').first().click()
  await theirs.waitForURL('**/sign-in/sent**')
  await comeIn(theirs, await linkInLetters(outbox, house, '/sign-in/', address))
}

/** What was just done, as the page says it once. */
export const doneOn = (page: Page): Promise<string> => page.locator('.done').innerText()

/** The answer to what an act sends, not to what was still under way; where the act fails, nobody is left waiting for one. */
export async function answerTo(page: Page, act: () => Promise<unknown>): Promise<Response> {
  const [sent] = await Promise.all([page.waitForRequest((one) => one.method() === 'POST'), act()])
  const answer = await sent.response()
  if (!answer) throw new Error(`${sent.url()} was not answered`)
  return answer
}

/** Sends a form by its button, and waits for what the page says of it. */
export async function sendBy(page: Page, button: Locator): Promise<'done' | 'refused'> {
  // What was said of the deed before stands there until the answer comes.
  await page.locator('.done, .refused').evaluateAll((old) => {
    for (const one of old) one.setAttribute('data-before', '')
  })
  const answer = await answerTo(page, () => button.click())
  const said = answer.status() < 400 ? 'done' : 'refused'
  await page.locator(`.${said}:not([data-before])`).first().waitFor()
  return said
}

/** Sends the form of a deed, and waits for what the page says of it. */
export async function sendDeed(page: Page, deed: string): Promise<'done' | 'refused'> {
  const form = page.locator(`form[action$="/deeds/${deed}"]`).first()
  const question = form.locator('details.confirm:not([open]) > summary')
  if ((await question.count()) > 0) await question.click()
  return sendBy(page, form.locator('[type=submit]').first())
}
