import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong on a page as it stands, by all its rules or by those with one of some tags. Only what is wrong is
 * described, not the thousands of things that are well, and it is done in the page itself: for the sake of frames axe
 * would open another one. We have none, and none may be passed over.
 */
export async function findingsOn(page: Page, tags: readonly string[] = []) {
  if (page.frames().length > 1) throw new Error(`${page.url()} has a frame: nobody looks into it.`)
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (tags.length > 0 ? axe.withTags([...tags]) : axe).analyze()
  return violations
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
