import type { Page } from 'playwright-core'

export const SECOND = 1000

/** Visits a page, and waits until its stream stands and its clock runs. */
export async function visit(page: Page, address: string) {
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/live?')),
    page.goto(address),
  ])
  await page.locator('speech-clock .clock-figures').first().waitFor()
}

/** Notes when whoever has the floor changes on the page, beside when the server says that it did. */
export const watch = (page: Page) =>
  page.evaluate(() => {
    const since = () => document.querySelector<HTMLElement>('speech-clock')?.dataset.since
    const before = since()
    new MutationObserver((_, observer) => {
      const now = since()
      if (!now || now === before) return
      observer.disconnect()
      Object.assign(window, { late: Date.now() - Number(now) })
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })

/** By how many milliseconds the page that is watched was late. */
export const lateness = (page: Page) =>
  page
    .waitForFunction(() => (window as unknown as { late?: number }).late)
    .then((late) => late.jsonValue() as Promise<number>)

/** The seconds that the first clock of a page shows. */
export const secondsOn = async (page: Page): Promise<number> => {
  const figures = await page.locator('.clock-figures').first().innerText()
  const [seconds = 0, minutes = 0] = figures.replace('−', '').split(':').map(Number).reverse()
  return (figures.startsWith('−') ? -1 : 1) * (minutes * 60 + seconds)
}

/** What the server’s own numbers say that remains, by the clock of this machine, which is the server’s. */
export const secondsDue = async (page: Page): Promise<number> => {
  const data = await page
    .locator('speech-clock')
    .first()
    .evaluate((one) => ({ ...one.dataset }))
  return Number(data.limit) - (Number(data.spent) + Date.now() - Number(data.since)) / SECOND
}
