import { directionOf, type Language } from '../../../kernel/language.ts'
import type { TextStatus } from '../../../kernel/text.ts'
import { type CodeType, inlineOf } from './codes.ts'

/** A text on its way to a translator's own tool. */
export interface UnitOut {
  /** The key of the text. */
  id: string
  /** What it is, in words. */
  name: string
  /** Where it is seen, a whole address. */
  seen: string
  longest: number | null
  source: string
  target: { value: string; status: TextStatus } | null
  /** What the original said when the target was made, where it says something else since. */
  formerly: string | null
}

export interface FileOut {
  /** The conference. */
  id: string
  from: Language
  into: Language
  units: readonly UnitOut[]
}

/** Signs that XML 1.0 cannot carry; XLIFF has an element for them in text, and nowhere else. */
const UNFIT = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '',
  )

/** Words within an attribute or a note, on one line. */
const attribute = (text: string) => escaped(text.replace(UNFIT, '').replace(/\s+/g, ' '))

const words = (text: string) =>
  text
    .split(/((?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF])/u)
    .map((part, at) =>
      at % 2 === 0
        ? escaped(part)
        : `<cp hex="${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
    )
    .join('')

const CODES: Readonly<Record<CodeType, string>> = {
  break: 'type="fmt" subType="xlf:lb" canDelete="yes"',
  address: 'type="link" canDelete="no"',
  placeholder: 'type="ui" subType="xlf:var" canDelete="no"',
}

/** The codes of a unit by what they say: the same one has the same number in original and translation. */
class Codes {
  readonly data: string[] = []

  /** The place of a code among the data of its unit, from one. */
  numberOf(text: string): number {
    const known = this.data.indexOf(text)
    return known >= 0 ? known + 1 : this.data.push(text)
  }
}

function content(text: string, codes: Codes): string {
  const met = new Map<number, number>()
  return inlineOf(text)
    .map((part) => {
      if (part.kind === 'words') return words(part.text)
      const data = codes.numberOf(part.text)
      const time = (met.get(data) ?? 0) + 1
      met.set(data, time)
      const shown = part.type === 'break' ? '¶' : attribute(part.text)
      const id = time === 1 ? `c${data}` : `c${data}.${time}`
      return `<ph id="${id}" dataRef="d${data}" equiv="${shown}" disp="${shown}" ${CODES[part.type]}/>`
    })
    .join('')
}

/** What XLIFF calls the state of a wording; beside it, in our own words, what it is worth. */
function stateOf(target: UnitOut['target']): string {
  if (!target) return 'state="initial"'
  if (target.status === 'translated') return 'state="translated"'
  if (target.status === 'stale') return 'state="initial" subState="plenum:stale"'
  if (target.status === 'machine') return 'state="initial" subState="plenum:machine"'
  if (target.status === 'unofficial') return 'state="translated" subState="plenum:unofficial"'
  return `state="final" subState="plenum:${target.status}"`
}

function printUnit(unit: UnitOut): string {
  const codes = new Codes()
  const source = content(unit.source, codes)
  const target = unit.target && content(unit.target.value, codes)
  const note = (id: string, category: string, text: string, rest = '') =>
    `        <note id="${id}" category="${category}"${rest}>${attribute(text)}</note>`
  const notes = [
    note('place', 'place', unit.name),
    note('seen', 'seen', unit.seen),
    ...(unit.longest === null ? [] : [note('length', 'length', `≤ ${unit.longest}`)]),
    ...(unit.formerly === null
      ? []
      : [note('formerly', 'formerly', unit.formerly, ' appliesTo="source"')]),
  ]
  const data = codes.data.map(
    (text, at) => `        <data id="d${at + 1}" xml:space="preserve">${words(text)}</data>`,
  )
  const limit = unit.longest === null ? '' : ` slr:sizeRestriction="${unit.longest}"`
  return [
    `    <unit id="${unit.id}" name="${attribute(unit.name)}" xml:space="preserve"${limit}>`,
    '      <notes>',
    ...notes,
    '      </notes>',
    ...(data.length === 0 ? [] : ['      <originalData>', ...data, '      </originalData>']),
    `      <segment id="s1" ${stateOf(unit.target)}>`,
    `        <source>${source}</source>`,
    ...(target === null ? [] : [`        <target>${target}</target>`]),
    '      </segment>',
    '    </unit>',
    '',
  ].join('\n')
}

/**
 * A file for translators' tools in XLIFF 2.1 (OASIS Standard, ISO 21720), unit by unit, so that no file is too long.
 * The same texts give the same bytes.
 */
export function* printXliff({ id, from, into, units }: FileOut): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" version="2.1" srcLang="${from}" trgLang="${into}">
  <file id="${id}" canResegment="no" srcDir="${directionOf(from)}" trgDir="${directionOf(into)}">
    <slr:profiles generalProfile="xliff:codepoints"/>
`
  for (const unit of units) yield printUnit(unit)
  yield '  </file>\n</xliff>\n'
}
