import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { typeset } from '../../../platform/pdf/typeset.ts'
import { readProgramme } from '../read.ts'
import { formatOf, sourceOf, UnreadableDocument } from './document.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function told(content: Uint8Array, name = 'programme') {
  const { zone, days } = readProgramme(await sourceOf(content, name))
  return {
    zone,
    days: days.map(({ date, items }) => [
      date,
      ...items.map(({ start, end, title }) => `${start} ${end ?? '-'} ${title}`),
    ]),
  }
}

const EXPECTED = {
  zone: 'Asia/Seoul',
  days: [
    ['2021-12-07', '19:30 20:00 Opening ceremony', '20:10 21:30 Session 1: Sustaining peace'],
    ['2021-12-08', '22:30 23:00 Closing ceremony'],
  ],
}

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`

async function docx(body: string): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  return zip.generateAsync({ type: 'uint8array' })
}

describe('a programme', () => {
  it('is read from Word, with its table', async () => {
    const body = [
      paragraph('Programme'),
      paragraph('Tuesday 7 December 2021'),
      `<w:tbl>${row('Time', 'Session', 'Room')}${row('19:30 – 20:00', 'Opening ceremony', 'Hall A')}${row('20:10 – 21:30', 'Session 1: Sustaining peace', 'Hall A')}</w:tbl>`,
      paragraph('Wednesday 8 December 2021'),
      paragraph('22:30 – 23:00 Closing ceremony'),
      paragraph('All times are Korea Standard Time (KST)'),
    ].join('')
    expect(await told(await docx(body))).toEqual(EXPECTED)
  })

  it('is read from PDF, with its columns', async () => {
    const template = `#set page(width: 16cm, height: 12cm)
Programme

Tuesday 7 December 2021
#grid(columns: (4cm, 8cm), row-gutter: 8pt,
  [19:30 – 20:00], [Opening ceremony], [20:10 – 21:30], [Session 1: Sustaining peace])

Wednesday 8 December 2021
#grid(columns: (4cm, 8cm), [22:30 – 23:00], [Closing ceremony])

All times are Korea Standard Time (KST)`
    const pdf = await typeset(template, {}, Temporal.Instant.from('2021-12-01T00:00Z'))
    expect(await told(pdf)).toEqual(EXPECTED)
  })

  it('is read from a page', async () => {
    const html = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>Programme</h1>
<h2>Tuesday 7 December 2021</h2><table><tr><th>Time</th><th>Session</th></tr>
<tr><td>19:30<br>– 20:00</td><td>Opening <b>ceremony</b></td></tr><tr><td>20:10–21:30</td><td>Session 1: Sustaining peace</td></tr></table>
<h2>Wednesday 8 December 2021</h2><ul><li>22:30–23:00 Closing ceremony</li></ul><p>Seoul time</p><script>9:00</script></body></html>`
    expect(await told(bytes(html))).toEqual(EXPECTED)
  })

  it('is read from a calendar', async () => {
    const event = (id: number, start: string, end: string, title: string) =>
      `BEGIN:VEVENT\r\nUID:${id}@example.org\r\nDTSTAMP:20211201T000000Z\r\nDTSTART;TZID=Asia/Seoul:${start}\r\nDTEND;TZID=Asia/Seoul:${end}\r\nSUMMARY:${title}\r\nLOCATION:Hall A\r\nEND:VEVENT\r\n`
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${event(2, '20211208T223000', '20211208T230000', 'Closing ceremony')}${event(1, '20211207T193000', '20211207T200000', 'Opening ceremony')}${event(3, '20211207T201000', '20211207T213000', 'Session 1: Sustaining peace')}END:VCALENDAR\r\n`
    expect(await told(bytes(calendar))).toEqual(EXPECTED)
  })

  it('is read from a table in CSV', async () => {
    const csv = `Date,Start,End,Title,Room
2021-12-07,19:30,20:00,Opening ceremony,Hall A
2021-12-07,20:10,21:30,"Session 1: Sustaining peace","Hall ""A"""
2021-12-08,22:30,23:00,Closing ceremony,Hall A
Seoul time,,,,`
    expect(formatOf(bytes(csv), 'x.txt')).toBe('csv')
    expect(await told(bytes(csv))).toEqual(EXPECTED)
  })

  it('is read from text in UTF-16', async () => {
    const text = '7 December 2021\n19:30~20:00 Opening ceremony\nSeoul time'
    const wide = new Uint8Array(2 + text.length * 2)
    wide.set([0xff, 0xfe])
    for (let at = 0; at < text.length; at++) wide[2 + at * 2] = text.charCodeAt(at)
    expect(await told(wide)).toEqual({
      zone: 'Asia/Seoul',
      days: [['2021-12-07', '19:30 20:00 Opening ceremony']],
    })
  })

  it('is not read where there is none', async () => {
    const why = async (content: Uint8Array) => {
      const error = await sourceOf(content, 'x').catch((thrown: unknown) => thrown)
      return error instanceof UnreadableDocument ? error.why : error
    }
    expect(await why(new Uint8Array())).toBe('empty')
    expect(await why(bytes(' \n\n '))).toBe('no-text')
    expect(await why(new Uint8Array([1, 0, 2, 0, 3]))).toBe('binary')
    expect(await why(new Uint8Array([0x50, 0x72, 0xe9, 0x73]))).toBe('encoding')
    expect(await why(bytes('PK\u0003\u0004 broken'))).toBe('damaged')
    expect(await why(bytes('%PDF-1.7 broken'))).toBe('damaged')
  })
})
