import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xliff2js } from 'xliff'
import type { Language } from '../../../kernel/language.ts'
import type { Text, TextStatus } from '../../../kernel/text.ts'
import { inlineOf, keepsCodes } from './codes.ts'
import { type Known, planOf } from './plan.ts'
import { readXliff } from './read.ts'
import { printXliff, type UnitOut } from './write.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const print = (units: readonly UnitOut[], from: Language = 'en', into: Language = 'ar') =>
  [...printXliff({ id: 'seoul2021', from, into, units })].join('')

const unit = (said: Partial<UnitOut> = {}): UnitOut => ({
  id: 'conferences:themes.women.title',
  name: 'Agenda',
  seen: 'http://plenum.test/en/seoul2021',
  longest: null,
  source: 'Women & peace',
  target: null,
  formerly: null,
  ...said,
})

interface Understood {
  sourceLanguage: string
  targetLanguage: string
  resources: Record<string, Record<string, Record<string, unknown>>>
}

const read = (units: readonly UnitOut[]) => readXliff(bytes(print(units))).units

describe('a file for translators', () => {
  it('is what an independent reader understands', async () => {
    const file = print([
      unit({ target: { value: 'المرأة والسلام', status: 'translated' }, longest: 120 }),
      unit({ id: 'sessions:1.title', source: 'Read https://un.org now.\n\nThen go.' }),
    ])
    const { sourceLanguage, targetLanguage, resources } = (await xliff2js(file)) as Understood
    expect([sourceLanguage, targetLanguage]).toEqual(['en', 'ar'])
    const units = resources.seoul2021
    expect(units?.['conferences:themes.women.title']).toMatchObject({
      source: 'Women & peace',
      target: 'المرأة والسلام',
      additionalAttributes: { sizeRestriction: 120 },
    })
    const source = units?.['sessions:1.title']?.source as { Standalone?: { id: string } }[]
    expect(source.map((part) => (typeof part === 'string' ? part : part.Standalone?.id))).toEqual([
      'Read ',
      'c1',
      ' now.',
      'c2',
      'Then go.',
    ])
  })

  it('is the same every time, and says which way it is read', () => {
    const file = print([unit()])
    expect(file).toBe(print([unit()]))
    expect(file).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" version="2.1" srcLang="en" trgLang="ar">
  <file id="seoul2021" canResegment="no" srcDir="ltr" trgDir="rtl">
    <slr:profiles generalProfile="xliff:codepoints"/>
    <unit id="conferences:themes.women.title" name="Agenda" xml:space="preserve">
      <notes>
        <note id="place" category="place">Agenda</note>
        <note id="seen" category="seen">http://plenum.test/en/seoul2021</note>
      </notes>
      <segment id="s1" state="initial">
        <source>Women &amp; peace</source>
      </segment>
    </unit>
  </file>
</xliff>
`)
  })

  it('gives back every text that it was given, whatever stands in it', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('\u0000', '\u001b', '\u0085', '\uFFFE', '\uD800', '\u202e', '\t'),
          fc.constantFrom(
            '\n',
            '\n\n',
            'https://un.org/a?b=c&d',
            'a@un.org',
            '{name}',
            ' ',
            '<b>',
            ']]>',
          ),
        ),
      )
      .map((parts) => parts.join('').replaceAll('\r', ''))
    fc.assert(
      fc.property(words, words, (source, value) => {
        const target = value.trim() === '' ? null : { value, status: 'translated' as const }
        const [found] = read([unit({ source, target })])
        expect(found).toMatchObject({ source, target: target?.value ?? null, strange: false })
      }),
      { numRuns: 50 },
    )
  })

  it.each<[TextStatus, string, string | null]>([
    ['translated', 'translated', null],
    ['unofficial', 'translated', 'unofficial'],
    ['stale', 'initial', 'stale'],
    ['machine', 'initial', 'machine'],
  ])('keeps what a wording is worth: %s', (status, state, worth) => {
    const [found] = read([unit({ target: { value: 'كلمة', status } })])
    expect(found).toMatchObject({ state, worth })
  })
})

describe('a file that comes back', () => {
  const wrap = (inner: string, root = 'version="2.1" srcLang="en" trgLang="fr"') =>
    bytes(
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${root}><file id="f">${inner}</file></xliff>`,
    )
  const one = (segment: string, data = '') =>
    readXliff(wrap(`<unit id="a:b">${data}${segment}</unit>`)).units[0]

  it('may bear a prefix, groups, annotations, several segments and characters by number', () => {
    const file =
      bytes(`<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0"
      version="2.0" srcLang="en-GB" trgLang="fr-CA"><x:file id="f"><x:group id="g"><x:unit id="a:b">
      <x:segment><x:source>One. </x:source><x:target>Un<x:cp hex="0001"/>. </x:target></x:segment>
      <x:segment><x:source><x:mrk id="m" type="term">Two</x:mrk>.</x:source><x:target><![CDATA[Deux]]>.</x:target>
      </x:segment></x:unit></x:group></x:file></x:xliff>`)
    expect(readXliff(file)).toEqual({
      from: 'en',
      into: 'fr',
      units: [
        {
          id: 'a:b',
          source: 'One. Two.',
          target: 'Un\u0001. Deux.',
          state: 'initial',
          worth: null,
          strange: false,
        },
      ],
    })
  })

  it('may repeat a code, and is strange with one that we did not give out', () => {
    const data = '<originalData><data id="d1">{x}</data></originalData>'
    expect(
      one(
        '<segment><source>A <ph id="1" dataRef="d1"/></source><target><ph id="2" copyOf="1"/></target></segment>',
        data,
      ),
    ).toMatchObject({ source: 'A {x}', target: '{x}', strange: false })
    expect(one('<segment><source>A</source><target><ph id="9"/></target></segment>')?.strange).toBe(
      true,
    )
    expect(
      one('<segment><source>A</source><target><pc id="9">b</pc></target></segment>')?.strange,
    ).toBe(true)
  })

  const bomb = `<!DOCTYPE x [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;&a;&a;">'}]><xliff>&b;</xliff>`
  it.each([
    ['entities', bytes(bomb), 'translations.not-xliff'],
    [
      'a document type',
      bytes('<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff/>'),
      'translations.not-xliff',
    ],
    [
      'an entity that nobody declared',
      wrap('<unit id="a:b"><segment><source>&evil;</source></segment></unit>'),
      'translations.not-xliff',
    ],
    ['a depth without end', bytes('<a>'.repeat(200_000)), 'translations.not-xliff'],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x3c, 0]), 'translations.not-xliff'],
    ['nothing', bytes(''), 'translations.not-xliff'],
    ['something else', bytes('PK\u0003\u0004'), 'translations.not-xliff'],
    [
      'version 1.2',
      bytes('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>'),
      'translations.not-xliff-2',
    ],
    [
      'a language that we do not have',
      wrap('', 'version="2.1" srcLang="en" trgLang="tlh"'),
      'translations.no-such-pair',
    ],
    ['no target language', wrap('', 'version="2.1" srcLang="en"'), 'translations.no-such-pair'],
    ['a unit twice', wrap('<unit id="a:b"/><unit id="a:b"/>'), 'translations.unit-twice'],
  ])('is refused with %s', (_, file, code) => {
    expect(() => readXliff(file)).toThrow(code)
  })
})

describe('the codes of a text', () => {
  it('are addresses, placeholders and line breaks', () => {
    expect(inlineOf('See https://un.org/en. Or {x}\n\na@b.org!')).toEqual([
      { kind: 'words', text: 'See ' },
      { kind: 'code', text: 'https://un.org/en', type: 'address' },
      { kind: 'words', text: '. Or ' },
      { kind: 'code', text: '{x}', type: 'placeholder' },
      { kind: 'code', text: '\n\n', type: 'break' },
      { kind: 'code', text: 'a@b.org', type: 'address' },
      { kind: 'words', text: '!' },
    ])
  })

  it('are kept by a translation, but for line breaks', () => {
    expect(keepsCodes('a {x}\nb {y}', '{y} {x}')).toBe(true)
    expect(keepsCodes('a {x}', 'a')).toBe(false)
    expect(keepsCodes('a', 'a {x}')).toBe(false)
  })
})

describe('what a file would change', () => {
  const text = (source: string, ar?: [string, TextStatus]): Known => ({
    text: {
      original: 'en',
      in: {
        en: { value: source, status: 'authentic' },
        ...(ar && { ar: { value: ar[0], status: ar[1] } }),
      },
    } as Text,
    longest: 20,
  })
  const plan = (known: Known | null, exported: Partial<UnitOut>, edit = (file: string) => file) =>
    planOf(
      readXliff(bytes(edit(print([unit({ id: 'a:b', ...exported })])))),
      new Map(known ? [['a:b', known]] : []),
    )
  const why = (...given: Parameters<typeof plan>) => plan(...given).left.map((one) => one.why)
  const asTarget = (words: string) => (file: string) =>
    file.replace('</source>', `</source><target>${words}</target>`)

  it('is a wording that was missing', () => {
    expect(plan(text('Peace'), { source: 'Peace' }, asTarget('السلام'))).toEqual({
      changes: [{ key: 'a:b', before: null, after: { value: 'السلام', status: 'translated' } }],
      left: [],
    })
  })

  it('is nothing, and the same file again, where it comes back as it went', () => {
    const old = ['سلام', 'translated'] as const
    expect(
      why(text('Peace', [...old]), { source: 'Peace', target: { value: old[0], status: old[1] } }),
    ).toEqual(['same'])
    expect(why(text('Peace'), { source: 'Peace' })).toEqual(['untranslated'])
  })

  it('is nothing of a text whose original says something else since', () => {
    expect(why(text('Peace and security'), { source: 'Peace' }, asTarget('السلام'))).toEqual([
      'stale',
    ])
  })

  it('is nothing of what the organiser said, of what is not there, or of another original', () => {
    expect(why(text('Peace', ['سلام', 'authentic']), { source: 'Peace' }, asTarget('س'))).toEqual([
      'authentic',
    ])
    expect(why(null, { source: 'Peace' }, asTarget('س'))).toEqual(['unknown'])
    const french = text('Peace')
    expect(
      why({ ...french, text: { ...french.text, original: 'fr' } }, { source: 'Peace' }),
    ).toEqual(['other-original'])
  })

  it('is nothing without the codes of the original, or longer than there is room for', () => {
    expect(why(text('Peace {x}'), { source: 'Peace {x}' }, asTarget('السلام'))).toEqual(['codes'])
    expect(why(text('Peace'), { source: 'Peace' }, asTarget('س'.repeat(21)))).toEqual(['too-long'])
  })

  it('is the same old words, where they were stale and somebody calls them finished', () => {
    const stale = { source: 'Peace', target: { value: 'سلام', status: 'stale' as const } }
    expect(why(text('Peace', ['سلام', 'stale']), stale)).toEqual(['untranslated'])
    const finished = (file: string) =>
      file.replace('state="initial" subState="plenum:stale"', 'state="final"')
    expect(plan(text('Peace', ['سلام', 'stale']), stale, finished).changes).toEqual([
      {
        key: 'a:b',
        before: { value: 'سلام', status: 'stale' },
        after: { value: 'سلام', status: 'translated' },
      },
    ])
  })
})
