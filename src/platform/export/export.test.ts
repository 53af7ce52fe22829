import { describe, expect, it } from 'vitest'
import { element } from '../../kernel/documents/markup.ts'
import { printCalendar } from './calendar.ts'
import { printCsv } from './csv.ts'
import { printXml } from './xml.ts'

const event = (summary: string) =>
  [
    'vcalendar',
    [['version', {}, 'text', '2.0']],
    [['vevent', [['summary', { language: 'ar' }, 'text', summary]], []]],
  ] as const

describe('a calendar', () => {
  it('is folded at 75 octets, never inside a character', () => {
    const text = printCalendar(event('حفظ السلام، «7» 🕊 '.repeat(20)))
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.join('')).not.toContain('\uFFFD')
    expect(Buffer.from(text).toString()).toBe(text)
  })

  it('escapes what has a meaning, and drops control characters', () => {
    const text = printCalendar(event('a\\b;c,d\r\ne\u0007f\u001b'))
    expect(text).toContain('SUMMARY;LANGUAGE=ar:a\\\\b\\;c\\,d\\nef\r\n')
  })

  it('ends every line, the last one too, with CRLF', () => {
    const text = printCalendar(event('x'))
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('a document of XML', () => {
  it('escapes text and attributes, and drops what XML cannot carry', () => {
    expect(printXml(element('a', { b: '"<&' }, [element('c', {}, 'x & <y>\u0000')]))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;&amp;">\n  <c>x &amp; &lt;y&gt;</c>\n</a>\n',
    )
  })
})

describe('a table', () => {
  it('quotes what it must, keeps unknowns empty and lets no formula run', () => {
    expect(
      printCsv(
        ['title', 'n'],
        [
          ['=1+1', null],
          ['a, "b"', 2],
        ],
      ),
    ).toBe('\uFEFFtitle,n\r\n\'=1+1,\r\n"a, ""b""",2\r\n')
  })
})
