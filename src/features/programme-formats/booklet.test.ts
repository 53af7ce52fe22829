import { extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { aProgramme, textIn } from '../../testing/programme.ts'
import { bookletOf } from './booklet.print.ts'
import booklet from './booklet.typ?raw'

const TITLES = textIn({
  ar: 'مؤتمر الأمم المتحدة الوزاري لحفظ السلام',
  zh: '联合国维持和平部长级会议',
  en: 'United Nations Peacekeeping Ministerial',
  fr: 'Conférence ministérielle sur le maintien de la paix',
  ru: 'Конференция на уровне министров',
  es: 'Conferencia Ministerial sobre el Mantenimiento de la Paz',
  ko: '유엔 평화유지 장관회의',
})
const programme = aProgramme('Asia/Kathmandu')
const published = {
  programme: { ...programme, conference: { ...programme.conference, name: TITLES } },
  parties: new Map(),
}
const at = Temporal.Instant.from('2021-12-01T12:00Z')

/** Readers of PDF put spaces between letters, and Arabic words in order, as they please. */
const close = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u200E\u200F\u202A-\u202E]/gu, '')

describe('the booklet', () => {
  it.each(LANGUAGES)('can be searched and copied in %s', async (language) => {
    const pdf = await typeset(booklet, bookletOf(language, published), at)
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
    const found = close(text)
    const words = readingOf(TITLES, language).value.split(' ')
    expect(words.filter((word) => !found.includes(word))).toEqual([])
  })

  it('is the same file for the same programme', async () => {
    const set = () => typeset(booklet, bookletOf('en', published), at)
    expect(Buffer.compare(Buffer.from(await set()), Buffer.from(await set()))).toBe(0)
  })

  it('reads no word of anybody as markup', async () => {
    const name = textIn({ en: '#panic("x") *bold* $x$ \\ = @ref' })
    const facts = {
      ...published,
      programme: { ...programme, conference: { ...programme.conference, name } },
    }
    const { text } = await extractText(
      new Uint8Array(await typeset(booklet, bookletOf('en', facts), at)),
      {
        mergePages: true,
      },
    )
    expect(close(text)).toContain(close('#panic("x") *bold* $x$ \\ = @ref'))
  })

  it('says times in words in Arabic, and universal time beside them', () => {
    const [first] = bookletOf('ar', published).days
    expect(first?.sessions[0]).toMatchObject({
      time: 'من الساعة 19:30 إلى الساعة 20:00',
      utc: '\u206813:45–14:15 UTC\u2069',
    })
  })
})
