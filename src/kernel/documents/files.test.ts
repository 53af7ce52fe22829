import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { acceptOf, fileOf, kindOfName, tidyName } from './files.ts'

describe('a file’s name', () => {
  it('says a kind by its ending', () => {
    expect(
      ['Note.PDF', 'photo.jpeg', 'a.b.docx', 'list.csv', 'x.pdf.exe', 'noending', '.pdf'].map(
        kindOfName,
      ),
    ).toEqual(['pdf', 'jpeg', 'docx', 'csv', null, null, 'pdf'])
  })

  it.each([
    ['C:\\fakepath\\note verbale.pdf', 'note verbale.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['مذكرة شفوية.pdf', 'مذكرة شفوية.pdf'],
    ['구상서 (최종).pdf', '구상서 (최종).pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\r\nb\0.pdf', 'ab.pdf'],
    ['what?.pdf', 'what_.pdf'],
    ['..hidden.txt', 'hidden.txt'],
  ])('%j is kept as %j', (given, kept) => expect(tidyName(given)).toBe(kept))

  it('is no longer than a disk takes, and keeps its ending', () => {
    const kept = tidyName(`${'장'.repeat(500)}.docx`)
    expect([...kept]).toHaveLength(150)
    expect(kept.endsWith('장.docx')).toBe(true)
  })
})

describe('the kinds of a field', () => {
  it('stand in its schema', () => {
    const schema = z.toJSONSchema(z.object({ note: fileOf('pdf', 'jpeg').nullable() }))
    expect(JSON.stringify(schema)).toContain('"accepts":["pdf","jpeg"]')
    expect(fileOf('pdf').safeParse('x').success).toBe(false)
  })

  it('are what a browser offers', () => {
    expect(acceptOf(['pdf', 'jpeg'])).toBe('application/pdf,.pdf,image/jpeg,.jpg,.jpeg,.jpe')
  })
})
