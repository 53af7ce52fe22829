import { describe, expect, it } from 'vitest'
import { facts, heading, type Letter, link, list, paragraph, quotation } from './letter.ts'
import { printLetter } from './printed.tsx'

const letter = (language: Letter['to']['language'], text: Letter['text'], unsubscribe?: string) =>
  printLetter({ to: { address: 'a@b.example', language }, subject: 'S', text, unsubscribe })

const EVERYTHING = [
  paragraph('Excellency,\nthe programme has changed.'),
  heading('What changed'),
  list({ text: 'Opening', href: 'https://plenum.test/en/x' }, { text: 'Closing' }),
  facts({ label: 'Time', value: '19:30' }, { label: 'Room', value: 'Ballroom' }),
  quotation('Une ligne\nune autre', 'fr'),
  link('Open the programme', 'https://plenum.test/en/seoul2021/programme'),
]

describe('a letter as text', () => {
  it('has every part, in order', () => {
    expect(letter('en', EVERYTHING, 'https://plenum.test/en/account').text).toBe(
      [
        'Excellency,\nthe programme has changed.',
        'What changed',
        '• Opening\nhttps://plenum.test/en/x\n• Closing',
        'Time: 19:30\nRoom: Ballroom',
        '> Une ligne\n> une autre',
        'Open the programme:\nhttps://plenum.test/en/seoul2021/programme',
        '-- \nThis message was sent automatically by Plenum.\nChoose which messages you receive\nhttps://plenum.test/en/account\n',
      ].join('\n\n'),
    )
  })

  it('sets facts as its language does, and isolates their values in Arabic', () => {
    const text = (language: Letter['to']['language']) =>
      letter(language, [facts({ label: 'X', value: '19:30' })]).text.split('\n')[0]
    expect(text('fr')).toBe('X\u00A0: 19:30')
    expect(text('zh')).toBe('X：19:30')
    expect(text('ar')).toBe('X: \u206819:30\u2069')
  })
})

it('a quotation keeps the direction of its language', () => {
  const text = (language: Letter['to']['language']) =>
    letter(language, [quotation('Une ligne.\n\nFin.', 'fr')])
      .text.split('\n')
      .slice(0, 3)
  expect(text('ar')).toEqual(['> \u2068Une ligne.\u2069', '> ', '> \u2068Fin.\u2069'])
  expect(text('en')).toEqual(['> Une ligne.', '> ', '> Fin.'])
})

describe('a letter as HTML', () => {
  it('says its language and direction', () => {
    expect(letter('ar', [paragraph('نص')]).html).toContain('<html lang="ar" dir="rtl">')
    expect(letter('ko', [paragraph('글')]).html).toContain('<html lang="ko" dir="ltr">')
    expect(letter('ar', [quotation('Texte', 'fr')]).html).toContain(
      '<blockquote lang="fr" dir="ltr"',
    )
  })

  it('fetches nothing, and runs nothing', () => {
    const { html } = letter('en', EVERYTHING)
    expect(
      html.match(/\bsrc=|url\(|@import|<(?:link|script|img|iframe|object|form)\b/gi),
    ).toBeNull()
  })

  it('takes every sign at its word', () => {
    const hostile = '<script>alert("1")</script> & \'x\' $& $1'
    const { html, text } = letter('en', [
      paragraph(hostile),
      facts({ label: hostile, value: hostile }),
      link(hostile, 'https://plenum.test/?a=1&b="2"'),
    ])
    expect(html).not.toContain('<script>')
    expect(html).toContain('href="https://plenum.test/?a=1&amp;b=&quot;2&quot;"')
    expect(text).toContain(`${hostile}: ${hostile}`)
  })

  it('links to whole web addresses only', () => {
    for (const href of ['/en/account', 'javascript:alert(1)', 'mailto:a@b.example', '']) {
      expect(() => letter('en', [link('Go', href)])).toThrow(RangeError)
      expect(() => letter('en', [list({ text: 'Go', href })])).toThrow(RangeError)
    }
  })
})
