import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshHome, serveBuilt } from '../src/testing/served.ts'
import { openBrowser } from '../src/testing/visiting/browser.ts'
import { comeIn, firstLinkOf } from '../src/testing/visiting/house.ts'

const run = promisify(execFile)

let browser: Browser
let home: string
let application: Awaited<ReturnType<typeof serveBuilt>>
beforeAll(async () => {
  browser = await openBrowser()
  home = await freshHome()
  application = await serveBuilt(home, { PLENUM_WORKERS: '2' })
}, 120_000)
afterAll(async () => {
  await browser.close()
  application.kill('SIGTERM')
  await application.ended()
  await rm(home, { recursive: true, force: true })
})

/** The secretariat's deed, from another process: the command line. */
const plenum = (...args: string[]) =>
  run(process.execPath, ['build/server/cli.js', ...args], {
    env: { ...process.env, VITEST: '', NODE_OPTIONS: '', PLENUM_HOME: home },
  })

describe('a page that is open', () => {
  it('changes by itself, in every tab, when the programme does', async () => {
    const context = await browser.newContext({ timezoneId: 'Asia/Kathmandu' })
    const tabs = await Promise.all([context.newPage(), context.newPage()])
    const [first, second] = tabs
    await first.goto(`${application.origin}/en/seoul2021/programme`)
    await second.goto(`${application.origin}/fr/seoul2021/programme`)
    await first.evaluate(() => Object.assign(window, { notReloaded: true }))
    const sessions = await plenum(
      'perform',
      'programme.report-delay',
      JSON.stringify({
        conference: 'seoul2021',
        session: await sessionId('session-1'),
        minutes: 12,
      }),
    )
    expect(sessions.stderr).not.toContain('Refused')
    await first.locator('#session-1').getByText('12').first().waitFor()
    await second.locator('#session-1').getByText('12').first().waitFor()
    expect(await first.evaluate(() => 'notReloaded' in window)).toBe(true)
    await context.close()
  })

  it('leaves what its reader ticked as it is, when others change what stands around it', async () => {
    const invitations = (...parties: string[]) =>
      plenum(
        ...['perform', 'delegations.prepare-invitations'],
        JSON.stringify({ conference: 'seoul2021', parties, addressedTo: 'Permanent Mission' }),
      )
    await invitations('MAR')
    const page = await (await browser.newContext()).newPage()
    await comeIn(page, firstLinkOf(application))
    await page.goto(`${application.origin}/en/seoul2021/desk/delegations`)
    await page.locator('input[name=MAR]').check()
    await invitations('KEN')
    await page.locator('input[name=KEN]').waitFor()
    expect(await page.locator('input[name=MAR]').isChecked()).toBe(true)
    expect(await page.locator('input[name=KEN]').isChecked()).toBe(false)
    await page.context().close()
  })

  it('says when it is cut off, and goes on by itself when the server is there again', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('/live?')),
      page.goto(`${application.origin}/en/seoul2021/programme`),
    ])
    const { port } = new URL(application.origin)
    application.kill('SIGTERM')
    await application.ended()
    const interrupted = page.locator('[data-live-state="cut"]')
    await interrupted.waitFor({ state: 'visible' })
    application = await serveBuilt(home, { PORT: port })
    await interrupted.waitFor({ state: 'detached' })
    await context.close()
  })
})

async function sessionId(slug: string): Promise<string> {
  const answer = await fetch(`${application.origin}/en/seoul2021/programme.csv`)
  const line = (await answer.text()).split('\r\n').find((one) => one.includes(`,${slug},`))
  return line?.split(',')[0] ?? ''
}
