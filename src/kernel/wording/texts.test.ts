import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../language.ts'
import { revisedText, Text, TextStatus } from '../text.ts'
import { mapTexts, revised, textsIn } from './texts.ts'

const text = (original: Language, ...wordings: [Language, string, TextStatus][]): Text => ({
  original,
  in: Object.fromEntries(wordings.map(([one, value, status]) => [one, { value, status }])),
})

const wording = fc.record({
  value: fc.constantFrom('one', 'two', 'three'),
  status: fc.constantFrom(...TextStatus.options),
})
const someText: fc.Arbitrary<Text> = fc.record({
  original: fc.constantFrom<Language>('fr', 'en', 'ar'),
  in: fc
    .dictionary(fc.constantFrom<Language>('fr', 'en', 'ar', 'ko'), wording)
    .filter((said) => Object.keys(said).length > 0),
})

const valuesOf = ({ in: said }: Text) => LANGUAGES.map((language) => said[language]?.value)
const TOLD = ['authentic', 'as-published']

describe('a text that is edited', () => {
  const before = text('fr', ['fr', 'La séance', 'authentic'], ['en', 'The session', 'translated'])

  it('has stale translations where the original was reworded', () => {
    const after = text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The session', 'translated'])
    expect(revisedText(before, after)).toEqual(
      text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The session', 'stale']),
    )
  })

  it('has none where the translation was reworded with it', () => {
    const after = text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The meeting', 'translated'])
    expect(revisedText(before, after)).toEqual(after)
  })

  it('has a translation again where a stale one is reworded, even by a form that still says stale', () => {
    const stale = text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The session', 'stale'])
    const after = text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The meeting', 'stale'])
    expect(revisedText(stale, after).in.en).toEqual({ value: 'The meeting', status: 'translated' })
  })

  it('has a translation again where somebody calls the stale wording a translation as it stands', () => {
    const stale = text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The session', 'stale'])
    expect(
      revisedText(
        stale,
        text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The session', 'translated']),
      ),
    ).toEqual(text('fr', ['fr', 'La réunion', 'authentic'], ['en', 'The session', 'translated']))
  })

  it('stays stale where a file says once more what it always said', () => {
    const stale = text('en', ['en', 'New', 'unofficial'], ['fr', 'Ancien', 'stale'])
    const file = text('en', ['en', 'New', 'unofficial'], ['fr', 'Ancien', 'unofficial'])
    expect(revisedText(stale, file)).toEqual(stale)
  })

  it('is as it was written where it is new', () => {
    expect(revisedText(null, before)).toEqual(before)
  })

  it('loses and alters no word', () => {
    fc.assert(
      fc.property(fc.option(someText), someText, (old, edited) => {
        expect(valuesOf(revisedText(old, edited))).toEqual(valuesOf(edited))
        expect(revisedText(old, edited).original).toBe(edited.original)
      }),
    )
  })

  it('never makes stale what the organiser or a publisher said', () => {
    fc.assert(
      fc.property(someText, someText, (old, edited) => {
        const after = revisedText(old, edited)
        for (const language of LANGUAGES) {
          const said = edited.in[language]?.status ?? ''
          if (TOLD.includes(said)) expect(after.in[language]?.status).toBe(said)
        }
      }),
    )
  })

  it('makes stale nothing but what stayed the same while its original changed, or was stale before', () => {
    fc.assert(
      fc.property(someText, someText, (old, edited) => {
        const after = revisedText(old, edited)
        for (const language of LANGUAGES) {
          if (after.in[language]?.status !== 'stale' || edited.in[language]?.status === 'stale') {
            continue
          }
          expect(old.in[language]?.value).toBe(edited.in[language]?.value)
          const reworded = old.in[edited.original]?.value !== edited.in[edited.original]?.value
          expect(reworded || old.in[language]?.status === 'stale').toBe(true)
        }
      }),
    )
  })

  it('makes every translation stale that stayed the same while its original changed', () => {
    fc.assert(
      fc.property(someText, (old) => {
        fc.pre(old.in[old.original] !== undefined)
        const edited = {
          ...old,
          in: { ...old.in, [old.original]: { value: 'reworded', status: 'authentic' } },
        } as Text
        const after = revisedText(old, edited)
        for (const [language, { status }] of Object.entries(edited.in)) {
          if (language === old.original || TOLD.includes(status)) continue
          expect(after.in[language as Language]?.status).toBe('stale')
        }
      }),
    )
  })

  it('is the same when it is saved once more as it stands', () => {
    fc.assert(
      fc.property(someText, someText, (old, edited) => {
        const after = revisedText(old, edited)
        expect(revisedText(after, after)).toEqual(after)
      }),
    )
  })

  it('never has a stale original', () => {
    fc.assert(
      fc.property(someText, someText, (old, edited) => {
        expect(revisedText(old, edited).in[edited.original]?.status).not.toBe('stale')
      }),
    )
  })
})

describe('the texts of a record', () => {
  const title = text('en', ['en', 'Women', 'unofficial'], ['fr', 'Femmes', 'unofficial'])
  const record = {
    id: 'seoul2021',
    name: text('en', ['en', 'Seoul', 'unofficial']),
    themes: [
      { id: 'one', title: text('en', ['en', 'First', 'unofficial']) },
      { id: 'two', title },
    ],
    background: [{ title }, { title: null }],
  }

  it('are found by paths that do not depend on their order', () => {
    expect([...textsIn(record).keys()]).toEqual([
      'name',
      'themes.one.title',
      'themes.two.title',
      'background.0.title',
    ])
    const turned = { ...record, themes: record.themes.toReversed() }
    expect(textsIn(turned).get('themes.two.title')).toEqual(title)
  })

  it('are replaced where they stand, and nothing else is', () => {
    const other = text('en', ['en', 'Else', 'unofficial'])
    const replaced = mapTexts(record, (one, path) => (path === 'themes.two.title' ? other : one))
    expect(replaced).toEqual({ ...record, themes: [record.themes[0], { id: 'two', title: other }] })
  })

  it('are revised one by one: what is untouched in a record that changed stays as it was', () => {
    const reworded = text(
      'en',
      ['en', 'Women in peacekeeping', 'unofficial'],
      ['fr', 'Femmes', 'unofficial'],
    )
    const after = {
      ...record,
      themes: [{ id: 'two', title: reworded }, record.themes[0]],
      background: [],
    }
    expect(revised(record, after)).toEqual({
      ...after,
      themes: [
        {
          id: 'two',
          title: { ...reworded, in: { ...reworded.in, fr: { value: 'Femmes', status: 'stale' } } },
        },
        record.themes[0],
      ],
    })
  })

  it('are what a record says of itself, in whatever it is nested', () => {
    expect(Text.array().parse([...textsIn([[{ deep: { er: title } }]]).values()])).toEqual([title])
  })
})
