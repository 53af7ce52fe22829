import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'

/** A text as it comes back from a translator's tool. */
export interface UnitIn {
  id: string
  source: string
  /** Null: nothing was translated. */
  target: string | null
  state: string
  /** What we said that the wording was worth, where the tool kept it: `stale`. */
  worth: string | null
  /** Whether something in it is a code that we did not give out. */
  strange: boolean
}

export interface FileIn {
  from: Language
  into: Language
  units: readonly UnitIn[]
}

const CORE = 'urn:oasis:names:tc:xliff:document:2.0'
const MOST_UNITS = 50_000

type Scope = ReadonlyMap<string, string>

/** An element by its name in its namespace. */
interface Named {
  element: XmlElement
  scope: Scope
  space: string | undefined
  name: string
}

const unreadable = () => new Refusal('translations.not-xliff', 422)

function named(element: XmlElement, outer: Scope): Named {
  const scope = new Map(outer)
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns') scope.set('', value)
    else if (name.startsWith('xmlns:')) scope.set(name.slice('xmlns:'.length), value)
  }
  const [prefix = '', name] = element.name.includes(':')
    ? element.name.split(':')
    : ['', element.name]
  return { element, scope, space: scope.get(prefix), name: name ?? '' }
}

const childrenOf = ({ element, scope }: Named): Named[] =>
  element.children.flatMap((child) => (child instanceof XmlElement ? [named(child, scope)] : []))

const core = (parent: Named, name: string): Named[] =>
  childrenOf(parent).filter((child) => child.space === CORE && child.name === name)

/**
 * Reads a file in XLIFF 2.0 to 2.2: strictly, without any document type, for entities are how files of this kind
 * harm whoever reads them.
 *
 * @throws Refusal 422 where it is none.
 */
export function readXliff(bytes: Uint8Array): FileIn {
  const root = rootOf(bytes)
  const { version = '', srcLang = '', trgLang = '' } = root.element.attributes
  if (root.space !== CORE || root.name !== 'xliff' || !/^2\.[0-2]$/.test(version)) {
    throw new Refusal('translations.not-xliff-2', 422)
  }
  const from = languageOf(srcLang)
  const into = languageOf(trgLang)
  if (!from || !into || from === into) throw new Refusal('translations.no-such-pair', 422)
  const units = core(root, 'file').flatMap(unitsIn)
  if (units.length > MOST_UNITS) throw new Refusal('translations.too-many-units', 422)
  if (new Set(units.map(({ id }) => id)).size < units.length) {
    throw new Refusal('translations.unit-twice', 422)
  }
  return { from, into, units }
}

function rootOf(bytes: Uint8Array): Named {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw unreadable()
    const { root } = parseXml(text)
    if (!root) throw unreadable()
    return named(root, new Map())
  } catch (error) {
    // Not well-formed, not UTF-8, or nested so deep that nobody would write it by hand.
    if (error instanceof Refusal) throw error
    throw unreadable()
  }
}

/** `fr-CA` is French to us. */
const languageOf = (tag: string): Language | undefined =>
  LANGUAGES.find((language) => language === tag.toLowerCase().split('-')[0])

/** Units stand in files and in groups of groups. */
function unitsIn(parent: Named): UnitIn[] {
  const units: UnitIn[] = []
  const waiting = [parent]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    units.push(...core(next, 'unit').map(unitIn))
    waiting.push(...core(next, 'group'))
  }
  return units
}

function unitIn(unit: Named): UnitIn {
  const data = new Map(
    core(unit, 'originalData')
      .flatMap((all) => core(all, 'data'))
      .map((one) => [one.element.attributes.id, textOf(one, new Map()).text]),
  )
  const codes = new Map<string | undefined, string>()
  const parts = childrenOf(unit).filter(
    ({ space, name }) => space === CORE && (name === 'segment' || name === 'ignorable'),
  )
  const [first] = parts.filter(({ name }) => name === 'segment')
  const sides = parts.map((part) => {
    const source = core(part, 'source').map((one) => textOf(one, data, codes))[0]
    return { source, target: core(part, 'target').map((one) => textOf(one, data, codes))[0] }
  })
  const target = sides.map((one) => one.target?.text ?? '').join('')
  const { state = 'initial', subState = '' } = first?.element.attributes ?? {}
  return {
    id: unit.element.attributes.id ?? '',
    source: sides.map((one) => one.source?.text ?? '').join(''),
    target: target.trim() === '' ? null : target,
    state,
    worth: /^plenum:([a-z-]+)$/.exec(subState)?.[1] ?? null,
    strange: sides.some(({ source, target }) => source?.strange || target?.strange),
  }
}

/** The text of an element, with what its codes stand for. */
function textOf(
  parent: Named,
  data: ReadonlyMap<string | undefined, string>,
  codes = new Map<string | undefined, string>(),
): { text: string; strange: boolean } {
  let text = ''
  let strange = false
  for (const child of parent.element.children) {
    if (child instanceof XmlText || child instanceof XmlCdata) text += child.text
    if (!(child instanceof XmlElement)) continue
    const inner = named(child, parent.scope)
    const { id, dataRef, hex = '', copyOf } = child.attributes
    if (inner.space !== CORE) continue
    if (inner.name === 'cp') text += fromHex(hex)
    else if (inner.name === 'ph') {
      const code = data.get(dataRef) ?? codes.get(copyOf ?? id)
      if (code === undefined) strange = true
      else codes.set(id, code)
      text += code ?? ''
    } else if (inner.name === 'mrk') {
      const within = textOf(inner, data, codes)
      text += within.text
      strange ||= within.strange
    } else if (inner.name !== 'sm' && inner.name !== 'em') strange = true
  }
  return { text, strange }
}

function fromHex(hex: string): string {
  const point = Number.parseInt(hex, 16)
  return /^[0-9A-Fa-f]{1,8}$/.test(hex) && point <= 0x10ffff ? String.fromCodePoint(point) : ''
}
