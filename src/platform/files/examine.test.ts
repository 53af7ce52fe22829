import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { EVERY_KIND, type FileKind } from '../../kernel/documents/files.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { printZip } from '../export/zip.ts'
import { typeset } from '../pdf/typeset.ts'
import { examined } from './examine.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

/** A PDF by hand: one page, and whatever else is said. */
const pdf = (more = '', catalogue = '') =>
  bytes(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${more}\nxref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
  )
const packedList = (objects: string, filter = '/Filter /FlateDecode') =>
  `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${filter} >>\nstream\n${deflateSync(objects, { level: 1 }).toString('latin1')}\nendstream\nendobj`

async function archive(...names: string[]) {
  const parts: Uint8Array[] = []
  const entries = names.map((name) => ({
    name,
    content: (async function* () {
      yield '<x/>'
    })(),
  }))
  const at = Temporal.Instant.from('2026-11-26T00:00:00Z')
  for await (const part of printZip(entries, at)) parts.push(part)
  return Buffer.concat(parts)
}
const WORD = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })

/** What becomes of a file: its kind and name, or the code of its refusal. */
const found = async (
  name: string,
  content: Uint8Array,
  accepts: readonly FileKind[] = EVERY_KIND,
) => {
  try {
    const { kind, name: kept } = await examined({ name, bytes: content }, accepts)
    return `${kind} ${kept}`
  } catch (error) {
    if (error instanceof Refusal) return error.code.replace('platform.', '')
    throw error
  }
}

describe('a file', () => {
  it('is what its content says', async () => {
    expect(await found('note.pdf', pdf())).toBe('pdf note.pdf')
    expect(await found('letter.docx', await archive(...WORD))).toBe('docx letter.docx')
    expect(await found('me.JPG', await picture().jpeg().toBuffer())).toBe('jpeg me.JPG')
    expect(await found('me.png', await picture().png().toBuffer())).toBe('png me.png')
    expect(await found('me.webp', await picture().webp().toBuffer())).toBe('webp me.webp')
    expect(await found('words.txt', Buffer.from('سلام\n평화\n'))).toBe('txt words.txt')
    expect(await found('list.csv', Buffer.from('\uFEFFa;b\r\n1;2\r\n'))).toBe('csv list.csv')
    expect(await found('p.ics', Buffer.from('BEGIN:VCALENDAR\r\n'))).toBe('ics p.ics')
    expect(await found('p.html', Buffer.from('<!doctype html><p>x'))).toBe('html p.html')
    expect(
      await found('t.xlf', Buffer.from('<?xml version="1.0"?>\n<xliff version="2.0"></xliff>')),
    ).toBe('xliff t.xlf')
  })

  it('without an ending gets one', async () => {
    expect(await found('note verbale', pdf())).toBe('pdf note verbale.pdf')
    expect(await found('', pdf())).toBe('pdf file.pdf')
    expect(await found('readme', Buffer.from('plain'))).toBe('txt readme.txt')
  })

  it.each([
    ['empty.pdf', bytes(''), 'file-empty'],
    ['large.txt', Buffer.alloc(10 * 2 ** 20 + 1, 97), 'file-too-large'],
    ['program.pdf', bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF'), 'file-of-other-kind'],
    ['note.docx', pdf(), 'file-misnamed'],
    ['note.pdf.exe', pdf(), 'file-misnamed'],
    ['script.txt', Buffer.from(' <script>alert(1)</script>'), 'file-of-other-kind'],
    ['drawing.txt', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-of-other-kind'],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-of-other-kind'],
    ['binary.txt', bytes('a\0b'), 'file-of-other-kind'],
    ['latin.txt', bytes('caf\xE9'), 'file-of-other-kind'],
    ['page.xlf', Buffer.from('<html></html>'), 'file-of-other-kind'],
  ])('%s is refused', async (name, content, code) => {
    expect(await found(name, content)).toBe(code)
  })

  it('of a kind that the field does not want is refused, and told which are', async () => {
    const refusal = await examined({ name: 'a.txt', bytes: bytes('a') }, ['pdf', 'jpeg']).catch(
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({
      ...{ code: 'platform.file-of-other-kind', status: 422 },
      values: { kinds: 'PDF, JPEG' },
    })
  })
})

describe('a PDF', () => {
  it('as programs write it passes', async () => {
    const at = Temporal.Instant.from('2026-11-26T00:00:00Z')
    const real = await typeset('Note verbale #lorem(400) #link("https://un.org")[UN]', {}, at)
    expect(await found('real.pdf', real)).toBe('pdf real.pdf')
    expect(await found('open.pdf', pdf('', '/OpenAction [2 0 R /Fit]'))).toBe('pdf open.pdf')
    expect(
      await found('list.pdf', pdf(packedList('5 0 << /Type /Font /BaseFont /JSerif >>'))),
    ).toBe('pdf list.pdf')
  })

  it.each([
    ['says it', pdf('3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj')],
    ['hides its letters', pdf('3 0 obj << /S /J#61va#53cript /JS (x) >> endobj')],
    ['calls one by number', pdf('3 0 obj << /S /Rendition /JS 4 0 R >> endobj')],
    ['packs it away', pdf(packedList('5 0 << /S /JavaScript /JS (x) >>'))],
    [
      'hides it in a stream',
      pdf('3 0 obj << /Length 9 >>\nstream\n4 0 obj << /S /JavaScript >>\nendstream\nendobj'),
    ],
    ['has a form of the other kind', pdf('', '/AcroForm << /XFA 3 0 R >>')],
  ])('with a script is refused where it %s', async (_, content) => {
    expect(await found('x.pdf', content)).toBe('file-has-scripts')
  })

  it.each([
    ['a file', pdf('', '/Names << /EmbeddedFiles 3 0 R >>')],
    [
      'a packed file',
      pdf(packedList('5 0 << /Type /Filespec /EF << /F 6 0 R >> >> << /Type /EmbeddedFile >>')),
    ],
    ['a player', pdf('3 0 obj << /Subtype /RichMedia >> endobj')],
    ['a call of a program', pdf('3 0 obj << /S /Launch /F (cmd.exe) >> endobj')],
  ])('with %s is refused', async (_, content) => {
    expect(await found('x.pdf', content)).toBe('file-has-files')
  })

  it('that cannot be looked into is refused', async () => {
    expect(await found('x.pdf', pdf('3 0 obj\n<< >>\nendobj', '/Encrypt 3 0 R'))).toBe(
      'file-protected',
    )
    expect(await found('x.pdf', bytes('%PDF-1.7\nhello'))).toBe('file-damaged')
    const odd = packedList('5 0 << >>', '/Filter [/ASCIIHexDecode /FlateDecode]')
    expect(await found('x.pdf', pdf(odd))).toBe('file-damaged')
    expect(await found('x.pdf', pdf(packedList('5').replace('x\x01', 'zz')))).toBe('file-damaged')
  })

  it('that unpacks beyond measure is refused before it does', async () => {
    const bomb = packedList(' '.repeat(33 * 2 ** 20))
    expect(await found('x.pdf', pdf(bomb))).toBe('file-damaged')
  })

  it('of ten megabytes of anything is judged soon', async () => {
    const noise = Buffer.alloc(5 * 2 ** 20)
    for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2_654_435_761) >>> 11
    const streams = '\n7 0 obj << >>\nstream\nx\nendstream'.repeat(60_000)
    const began = performance.now()
    await found('x.pdf', pdf(streams + noise.toString('latin1')))
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})

describe('a document of an office program', () => {
  it('with macros is refused', async () => {
    expect(await found('x.docx', await archive(...WORD, 'word/vbaProject.bin'))).toBe(
      'file-has-scripts',
    )
    expect(await found('x.docx', await archive(...WORD, 'word/activeX/activeX1.xml'))).toBe(
      'file-has-scripts',
    )
  })

  it('that is broken, or beyond measure, is refused', async () => {
    const whole = await archive(...WORD)
    expect(await found('x.docx', whole.subarray(0, whole.length - 40))).toBe('file-damaged')
    // What its list says of the size of its first part.
    const size = whole.indexOf('PK\x01\x02', 0, 'latin1') + 24
    whole.writeUInt32LE(0x10000000, size)
    expect(await found('x.docx', whole)).toBe('file-damaged')
  })

  it('is no other archive', async () => {
    expect(await found('x.docx', await archive('readme.txt'))).toBe('file-of-other-kind')
  })
})

describe('a picture', () => {
  const kept = async (name: string, content: Uint8Array) =>
    Buffer.from((await examined({ name, bytes: content }, EVERY_KIND)).bytes)

  it('loses what the camera wrote, and stands upright', async () => {
    const photograph = await picture(40, 20)
      .withExif({
        IFD0: { Make: 'Camera', Copyright: 'Kim Minseo' },
        IFD3: { GPSLatitude: '37/1 33/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(photograph.includes('Kim Minseo')).toBe(true)
    const clean = await kept('me.jpg', photograph)
    expect(clean.includes('Kim Minseo')).toBe(false)
    const { exif, icc, xmp, orientation, width, height } = await sharp(clean).metadata()
    expect({ exif, icc, xmp, orientation, width, height }).toEqual({
      ...{ exif: undefined, icc: undefined, xmp: undefined, orientation: undefined },
      ...{ width: 20, height: 40 },
    })
  })

  it.each(['png', 'webp', 'jpeg'] as const)(
    'of %s loses what somebody put behind it',
    async (kind) => {
      const hidden = Buffer.concat([
        await picture()[kind]().toBuffer(),
        bytes('<script>alert(1)</script>'),
      ])
      expect((await kept(`a.${kind}`, hidden)).includes('<script>')).toBe(false)
    },
  )

  it('finer than print is made to fit', async () => {
    const clean = await kept('big.png', await picture(6_000, 1_000).png().toBuffer())
    const { width, height } = await sharp(clean).metadata()
    expect({ width, height }).toEqual({ width: 4_096, height: 683 })
  })

  it('that would unpack beyond measure is refused by its head', async () => {
    const bomb = await picture(16, 16).jpeg().toBuffer()
    const head = bomb.indexOf('\xFF\xC0', 0, 'latin1')
    bomb.writeUInt16BE(60_000, head + 5)
    bomb.writeUInt16BE(60_000, head + 7)
    expect(await found('bomb.jpg', bomb)).toBe('file-too-many-pixels')
  })

  it('that is cut off is refused', async () => {
    const whole = await picture(400, 400).jpeg().toBuffer()
    expect(await found('cut.jpg', whole.subarray(0, whole.length / 2))).toBe('file-damaged')
    expect(await found('cut.png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))).toBe('file-damaged')
  })
})
