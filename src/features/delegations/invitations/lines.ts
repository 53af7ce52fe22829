import { parse } from 'csv-parse/sync'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import { Invitation } from './model.ts'

/** What a list of addresses says of one party. */
export interface Line {
  number: number
  party: PartyCode
  invitation: Invitation
}

/** What could not be read: which line, and which of its cells. */
export interface Doubt {
  number: number
  what: 'party' | 'language' | 'address' | 'note' | 'twice'
}

/** Languages as people write them into a list. */
const TONGUES: Readonly<Record<Language, readonly string[]>> = {
  ar: ['ar', 'arabic', 'arabe', 'árabe', 'арабский', '阿拉伯文', 'العربية', '아랍어'],
  zh: ['zh', 'chinese', 'chinois', 'chino', 'китайский', '中文', 'الصينية', '중국어'],
  en: ['en', 'english', 'anglais', 'inglés', 'английский', '英文', 'الإنكليزية', '영어'],
  fr: ['fr', 'french', 'français', 'francés', 'французский', '法文', 'الفرنسية', '프랑스어'],
  ru: ['ru', 'russian', 'russe', 'ruso', 'русский', '俄文', 'الروسية', '러시아어'],
  es: ['es', 'spanish', 'espagnol', 'español', 'испанский', '西班牙文', 'الإسبانية', '스페인어'],
  ko: ['ko', 'korean', 'coréen', 'coreano', 'корейский', '韩文', 'الكورية', '한국어'],
}

const plain = (words: string) => words.normalize('NFC').trim().toLowerCase()

/** A list is copied from a spreadsheet (tabs), or is a file of one (semicolons or commas). */
const delimiterOf = (text: string) =>
  ['\t', ';'].find((sign) => text.split('\n', 1)[0]?.includes(sign)) ?? ','

function finder(parties: readonly Party[], today: string): (cell: string) => PartyCode | null {
  const known = new Map<string, PartyCode>()
  for (const party of parties) {
    known.set(plain(party.code), party.code)
    for (const language of Object.keys(TONGUES) as Language[]) {
      const { short, formal } = nameOn(party, today, language)
      known.set(plain(short), party.code)
      known.set(plain(formal), party.code)
    }
  }
  return (cell) => known.get(plain(cell)) ?? null
}

const tongueOf = (cell: string): Language | null =>
  (Object.keys(TONGUES) as Language[]).find((one) => TONGUES[one].includes(plain(cell))) ?? null

/**
 * Reads a list of addresses: party (code or name in any language), language, addressee, addresses, number and date of
 * the note; only the party has to be there. A first line that names no party and no address is a heading.
 *
 * @param usual what holds for a party of which nothing is known: the language and the addressee.
 */
export function readLines(
  text: string,
  parties: readonly Party[],
  { today, ...usual }: { today: string; language: Language; addressedTo: string },
): { lines: readonly Line[]; doubts: readonly Doubt[] } {
  const find = finder(parties, today)
  const cells: string[][] = parse(text, {
    delimiter: delimiterOf(text.trimStart()),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })
  const lines: Line[] = []
  const doubts: Doubt[] = []
  for (const [index, row] of cells.entries()) {
    const number = index + 1
    const [name = '', tongue = '', addressedTo = '', mail = '', note = '', date = ''] = row
    const party = find(name)
    if (party === null && index === 0 && !row.join().includes('@')) continue
    const language = tongue === '' ? usual.language : tongueOf(tongue)
    const addresses = mail.split(/[\s,;]+/).filter(Boolean)
    const read = Invitation.safeParse({
      language,
      addressedTo: addressedTo || usual.addressedTo,
      addresses,
      note: note || date ? { number: note, date } : null,
    })
    if (party === null) doubts.push({ number, what: 'party' })
    else if (language === null) doubts.push({ number, what: 'language' })
    else if (!read.success) {
      const aboutNote = read.error.issues.some(({ path }) => path[0] === 'note')
      doubts.push({ number, what: aboutNote ? 'note' : 'address' })
    } else if (lines.some((line) => line.party === party)) doubts.push({ number, what: 'twice' })
    else lines.push({ number, party, invitation: read.data })
  }
  return { lines, doubts }
}
