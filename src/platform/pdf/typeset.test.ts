import { describe, expect, it } from 'vitest'
import { typeset } from './typeset.ts'

const at = Temporal.Instant.from('2026-02-06T00:00Z')
const page = (body: string) => `#set document(title: "A page")\n#set text(lang: "en")\n${body}`
const file = async (...given: Parameters<typeof typeset>) =>
  Buffer.from(await typeset(...given)).toString('latin1')

describe('a document', () => {
  it('is set in another process: whoever asks for it goes on', async () => {
    await typeset(page('Ready'), null, at)
    const paragraphs = page('#for i in range(600) [#lorem(60)\n\n]')
    let longest = 0
    let last = performance.now()
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const began = performance.now()
    await typeset(paragraphs, null, at)
    const took = performance.now() - began
    clearInterval(ticking)
    expect(longest).toBeLessThan(took / 2)
  })

  it('is refused with the reason where its template is wrong, and the next one is not', async () => {
    await expect(typeset(page('#nobody-knows-this'), null, at)).rejects.toThrow(
      /Typst refuses the template: .*unknown variable: nobody-knows-this/,
    )
    expect(await file(page('Right'), null, at)).toMatch(/^%PDF-1\.7/)
  })

  it('says that it conforms to PDF/UA-1 if it does and was asked to; it is tagged in any case', async () => {
    const nameless = '#set text(lang: "en")\nNo title'
    const claims = /pdfuaid:part/
    expect(await file(page('Words'), null, at, 'ua-1')).toMatch(claims)
    expect(await file(page('Words'), null, at)).not.toMatch(claims)
    const without = await file(nameless, null, at, 'ua-1')
    expect(without).not.toMatch(claims)
    expect(without).toMatch(/\/MarkInfo/)
  })

  it('is dated as it was told', async () => {
    expect(await file(page('Words'), null, at)).toContain('D:20260206000000Z')
  })
})
