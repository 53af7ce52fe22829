import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedDrafts } from './comparison.ts'
import { blocksIn, nextDraft, numbersOf, type Paragraph, writtenIn } from './paragraphs.ts'

const FIRST = `# Seoul Declaration

> We, the ministers,

1. We will support peacekeeping.

2) We welcome the
pledges of Member States.

## Follow-up

3. We meet again.`

const drafted = (written: string, before: readonly Paragraph[] = []) =>
  nextDraft(before, { en: written }, ['en'])
const lines = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ id, kind, text }) => `${id} ${kind} ${text.in.en?.value}`)

describe('a draft', () => {
  it('is written as paragraphs, with a mark for title, heading and preamble', () => {
    expect(blocksIn(FIRST)).toEqual([
      { kind: 'title', value: 'Seoul Declaration' },
      { kind: 'preamble', value: 'We, the ministers,' },
      { kind: 'numbered', value: 'We will support peacekeeping.' },
      { kind: 'numbered', value: 'We welcome the pledges of Member States.' },
      { kind: 'heading', value: 'Follow-up' },
      { kind: 'numbered', value: 'We meet again.' },
    ])
    expect(blocksIn('١. نؤكد\n\n二、重申')).toEqual([
      { kind: 'numbered', value: 'نؤكد' },
      { kind: 'numbered', value: '二、重申' },
    ])
  })

  it('is numbered by counting', () => {
    expect([...numbersOf(drafted(FIRST))]).toEqual([
      ['p3', 1],
      ['p4', 2],
      ['p6', 3],
    ])
  })

  it('is shown again as it was written', () => {
    const paragraphs = drafted(FIRST)
    expect(drafted(writtenIn(paragraphs, 'en'), paragraphs)).toEqual(paragraphs)
  })

  it('keeps the identifier of what stayed, was moved or reworded', () => {
    const before = drafted(FIRST)
    const after = drafted(
      `# Seoul Declaration

> We, the ministers and heads of delegation,

We welcome all pledges of Member States.

We thank the host.

We will support peacekeeping.`,
      before,
    )
    expect(lines(after)).toEqual([
      'p1 title Seoul Declaration',
      'p2 preamble We, the ministers and heads of delegation,',
      'p4 numbered We welcome all pledges of Member States.',
      'p7 numbered We thank the host.',
      'p3 numbered We will support peacekeeping.',
    ])
    expect(
      comparedDrafts(before, after).map(({ id, became, moved }) => [id, became, moved]),
    ).toEqual([
      ['p1', 'same', false],
      ['p2', 'reworded', false],
      ['p4', 'reworded', false],
      ['p5', 'removed', false],
      ['p6', 'removed', false],
      ['p7', 'added', false],
      ['p3', 'same', true],
    ])
  })

  it('says in which language paragraphs are missing', () => {
    expect(() => nextDraft([], { en: 'One.\n\nTwo.', fr: 'Un.' }, ['en', 'fr'])).toThrow(
      'outcome-documents.languages-differ',
    )
    expect(() => nextDraft([], { fr: 'Un.' }, ['en'])).toThrow('outcome-documents.nothing-written')
  })

  it('is authentic in the languages that count, and only there', () => {
    const [one] = nextDraft([], { en: 'One.', fr: 'Un.', ko: '하나.' }, ['en', 'fr'])
    expect(one?.text).toEqual({
      original: 'en',
      in: {
        en: { value: 'One.', status: 'authentic' },
        fr: { value: 'Un.', status: 'authentic' },
        ko: { value: '하나.', status: 'translated' },
      },
    })
  })

  it('carries translations on, stale where the original was reworded', () => {
    const before = nextDraft([], { en: 'We will act now.', ko: '지금 행동한다.' }, ['en'])
    const [one] = nextDraft(before, { en: 'We will act together now.' }, ['en'])
    expect(one?.text.in.ko).toEqual({ value: '지금 행동한다.', status: 'stale' })
  })

  it('carries no authentic text on that was not written again', () => {
    const before = nextDraft([], { en: 'One.', fr: 'Un.' }, ['en', 'fr'])
    expect(nextDraft(before, { en: 'One.' }, ['en', 'fr'])[0]?.text.in.fr).toBe(undefined)
  })

  it('has each identifier once, whatever was written', () => {
    const written = fc
      .array(fc.constantFrom('We act.', 'We act now.', '# T', '> We', '## H'))
      .map((parts) => [...parts, 'End.'].join('\n\n'))
    fc.assert(
      fc.property(fc.array(written, { minLength: 1 }), (drafts) => {
        let paragraphs: Paragraph[] = []
        for (const text of drafts) {
          const next = drafted(text, paragraphs)
          const compared = comparedDrafts(paragraphs, next)
          expect(compared.flatMap(({ after }) => after ?? [])).toEqual(next)
          expect(compared.length).toBe(new Set([...paragraphs, ...next].map(({ id }) => id)).size)
          paragraphs = next
        }
        expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length)
      }),
    )
  })
})
