import { extractText, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { textIn } from '../../testing/programme.ts'
import { shippedOutcome } from '../../testing/shipped/outcome.ts'
import type { Outcome } from './facts.ts'
import { reportOf } from './report.print.ts'
import template from './report.typ?raw'

const at = Temporal.Instant.from('2026-02-06T00:00Z')
const london = shippedOutcome('london2016')
const onPaper = (language: Language, outcome: Outcome = london) =>
  typeset(template, reportOf(language, outcome), at, 'ua-1')

/** Readers of PDF put spaces between letters, vowel marks and Arabic words in order, as they please. */
const close = (text: string) =>
  text.normalize('NFKC').replace(/[\s\p{M}\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/gu, '')
const textOf = async (pdf: Uint8Array) => {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
  return close(text)
}
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

// A reader of PDF takes its time, and much more where others work beside it.
describe('the report on paper', { timeout: 30_000 }, () => {
  it.each(LANGUAGES)(
    'can be searched and copied, and conforms to PDF/UA-1, in %s',
    async (language) => {
      const pdf = await onPaper(language)
      const found = await textOf(pdf)
      const { title, parts, conference } = reportOf(language, london)
      const words = [title.report, ...parts.map(({ heading }) => heading)].flatMap((one) =>
        one.split(/[\s,:;]+/u),
      )
      expect(words.filter((word) => !found.includes(close(word)))).toEqual([])
      const file = latin1(pdf)
      expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(file).toContain(`<rdf:li>${language}</rdf:li>`)
      const { info } = await getMeta(new Uint8Array(pdf))
      expect(info.Title).toBe(`${title.report} · ${conference}`)
    },
  )

  it('is set in our faces, and in none that a machine happens to have', async () => {
    for (const language of ['en', 'ar', 'zh', 'ko'] as const) {
      const faces = latin1(await onPaper(language)).match(/\/BaseFont\s*\/[A-Z]{6}\+[\w-]+/g) ?? []
      expect(
        faces.filter((face) => !/SourceSerif4|Amiri|NotoSans(?:SC|KR)Thin/.test(face)),
      ).toEqual([])
    }
  })

  it('is the same file for the same record', async () => {
    expect(Buffer.compare(Buffer.from(await onPaper('fr')), Buffer.from(await onPaper('fr')))).toBe(
      0,
    )
  })

  it('reads no word of anybody as markup', async () => {
    const words = '#panic("x") *bold* $x$ \\ = <source-1> @ref'
    const [first, ...others] = london.pledges
    if (!first) throw new RangeError('London has pledges')
    const odd = { ...first, terms: { ...first.terms, title: textIn({ en: words }) } }
    expect(await textOf(await onPaper('en', { ...london, pledges: [odd, ...others] }))).toContain(
      close(words),
    )
  })

  it('is set for a conference of which next to nothing is known', async () => {
    const [first] = london.pledges
    if (!first) throw new RangeError('London has pledges')
    const bare: Outcome = {
      ...london,
      conference: {
        ...london.conference,
        label: null,
        dates: [],
        venue: [],
        hosts: [],
        coChairs: null,
        figures: [],
        documents: [],
      },
      pledges: [
        {
          ...first,
          entry: { ...first.entry, since: null, reports: [], capabilities: [] },
          terms: { ...first.terms, capabilities: [], sources: [], quantity: { kind: 'none' } },
          delivery: [],
        },
      ],
      papers: [],
      observations: [],
      editions: [],
    }
    expect(await textOf(await onPaper('en', bare))).toContain(close('no quantity stated'))
  })
})
