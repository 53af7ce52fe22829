import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../src/testing/visiting/browser.ts'
import { faultsOf, findingsOn } from '../src/testing/visiting/looking.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function shown(body: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  await page.setContent(
    `<!doctype html><html lang="en"><title>Spoilt</title><body style="margin:0"><main><h1>Spoilt</h1>${body}</main>`,
  )
  return page
}

describe('what pages are looked at with', () => {
  it.each([
    ['a picture without words', '<img src="data:,">', 'image-alt: img'],
    ['words too pale to read', '<p style="color:#ddd">Pale</p>', 'color-contrast: p'],
    ['a field without a name', '<input>', 'label: input'],
    ['a heading that leaps', '<h4>Below nothing</h4>', 'heading-order: h4'],
  ])('finds %s', async (_what, body, finding) => {
    const page = await shown(body)
    expect(await faultsOf(page)).toEqual({ obstacles: [finding], overflow: 0 })
    await page.context().close()
  })

  it('finds every place of a fault, and that the page is too wide', async () => {
    const page = await shown('<p style="width:400px">Wide</p><input><p></p><input id="second">')
    const [{ nodes } = { nodes: [] }] = await findingsOn(page, ['wcag2a'])
    expect(nodes.map(({ target }) => target)).toEqual([['input:nth-child(3)'], ['#second']])
    expect((await faultsOf(page)).overflow).toBe(80)
    await page.context().close()
  })

  it('does not pass over a frame in silence', async () => {
    const page = await shown('<iframe title="Within" srcdoc="<p>Within</p>"></iframe>')
    await expect(findingsOn(page)).rejects.toThrow('has a frame')
    await page.context().close()
  })
})
