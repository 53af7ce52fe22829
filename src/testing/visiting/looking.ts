import AxeBuilder from '@axe-core/playwright'
import type { Frame, Page } from 'playwright-core'

/**
 * What axe finds wrong on a page as it stands, by all its rules or by those with one of some tags; in its frames too. Only
 * what is wrong is described, not the thousands of things that are well.
 */
export async function findingsOn(page: Page, tags: readonly string[] = []) {
  const findings = await findingsIn(page, tags)
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame()) findings.push(...(await findingsInFrame(page, frame, tags)))
  }
  return findings
}

/**
 * Axe waits for an answer of every frame, and one in which nothing may run, as that of a letter, never gives it: then the
 * page is looked at without it.
 */
async function findingsIn(page: Page, tags: readonly string[], passed: readonly string[] = []) {
  const alone: Page = Object.create(page, { frames: { value: () => [] } })
  const axe = new AxeBuilder({ page: alone })
    .options({ resultTypes: ['violations'], iframes: false })
    .disableRules([...passed])
    .setLegacyMode()
  const { violations } = await (tags.length > 0 ? axe.withTags([...tags]) : axe).analyze()
  return violations
}

/** What is asked of a page as a whole, and never of what stands in a frame of it. */
const OF_WHOLE_PAGES = ['landmark-one-main', 'page-has-heading-one', 'region']

/** What a frame shows, looked at in a page of its own. */
async function findingsInFrame(page: Page, frame: Frame, tags: readonly string[]) {
  if (!frame.url().startsWith('http')) {
    throw new Error(`${page.url()} has a frame without an address: nobody looks into it.`)
  }
  const answer = await page.context().request.get(frame.url())
  const alone = await page.context().newPage()
  try {
    await alone.setContent(await answer.text())
    return await findingsIn(alone, tags, OF_WHOLE_PAGES)
  } finally {
    await alone.close()
  }
}

type Finding = Awaited<ReturnType<typeof findingsOn>>[number]

/** A finding in a line: the rule, and the places: `color-contrast: main > a, footer > a`. */
export const lineOf = ({ id, nodes }: Finding): string =>
  `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`

const isBusyRoot = ({ html }: { html: string }) => /^<html[^>]* aria-busy=/.test(html)

/** What somebody who listens, or sees little, could not use on the page as it stands. */
export async function obstaclesOn(page: Page): Promise<string[]> {
  // While a page is on its way, the whole document says that it is busy, and no rule knows that: one that follows what
  // others do may begin to be at any time.
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  return (await findingsOn(page))
    .filter(({ id, nodes }) => id !== 'aria-allowed-attr' || !nodes.every(isBusyRoot))
    .map(lineOf)
}

/** By how many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A page as somebody with this window, or somebody who listens, meets it. */
export const faultsOf = async (page: Page): Promise<{ obstacles: string[]; overflow: number }> => ({
  obstacles: await obstaclesOn(page),
  overflow: await overflowOf(page),
})

/** What `faultsOf` says of a page without any. */
export const NO_FAULTS = { obstacles: [], overflow: 0 }
