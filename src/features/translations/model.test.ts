import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { revisedText, type Text, TextStatus } from '../../kernel/text.ts'
import { GivenStatus, mayAssign, mayTranslate, translated, writesIn } from './model.ts'

const SEOUL = 'seoul2021'
const who = (...grants: Actor['grants']): Actor => ({ kind: 'account', id: 'a', grants })
const translator = who({ role: 'translator', conference: SEOUL })

const text = (original: Language, ...wordings: [Language, string, TextStatus][]): Text => ({
  original,
  in: Object.fromEntries(wordings.map(([one, value, status]) => [one, { value, status }])),
})
const theme = text(
  'en',
  ['en', 'Women in peacekeeping', 'authentic'],
  ['fr', 'Les femmes dans le maintien de la paix', 'as-published'],
  ['ko', '여성', 'stale'],
)
const said = (value: string) => ({ value, status: 'translated' as const })

describe('a translator', () => {
  it('adds a wording in a language that has none', () => {
    expect(translated(theme, 'es', said('Las mujeres'), null)).toEqual({
      ...theme,
      in: { ...theme.in, es: said('Las mujeres') },
    })
  })

  it('puts another in the place of one that is stale', () => {
    expect(translated(theme, 'ko', said('평화유지활동과 여성'), null).in.ko).toEqual(
      said('평화유지활동과 여성'),
    )
  })

  it('cannot change the original', () => {
    expect(() => translated(theme, 'en', said('Women'), null)).toThrow('translations.is-original')
  })

  it('cannot change what was published, or what is authentic in another language', () => {
    expect(() => translated(theme, 'fr', said('Femmes'), null)).toThrow('translations.is-authentic')
    const two = text('en', ['en', 'A', 'authentic'], ['fr', 'A', 'authentic'])
    expect(() => translated(two, 'fr', said('B'), null)).toThrow('translations.is-authentic')
  })

  it('cannot translate what has no original', () => {
    const orphan = text('fr', ['en', 'A', 'translated'])
    expect(() => translated(orphan, 'ko', said('가'), null)).toThrow('translations.no-original')
  })

  it('keeps within the room that there is, counted in signs', () => {
    expect(() => translated(theme, 'zh', said('妇女与维和'), 4)).toThrow('translations.too-long')
    expect(translated(theme, 'zh', said('𠀀𠀁𠀂𠀃'), 4).in.zh?.value).toBe('𠀀𠀁𠀂𠀃')
  })

  it('never says that a wording is authentic or as published', () => {
    expect(GivenStatus.safeParse('authentic').success).toBe(false)
    expect(GivenStatus.safeParse('as-published').success).toBe(false)
  })

  it('writes in assigned languages only, and the secretariat in each', () => {
    expect(writesIn(translator, SEOUL, 'fr', ['fr', 'ar'])).toBe(true)
    expect(writesIn(translator, SEOUL, 'ko', ['fr', 'ar'])).toBe(false)
    const desk = who({ role: 'host-secretariat', conference: SEOUL })
    expect(writesIn(desk, SEOUL, 'ko', [])).toBe(true)
  })

  it('is nobody at another conference, and assigns nothing', () => {
    expect([mayTranslate(translator, SEOUL), mayTranslate(translator, 'accra2023')]).toEqual([
      true,
      false,
    ])
    expect(mayAssign(translator, SEOUL)).toBe(false)
    expect(mayTranslate(who({ role: 'focal-point', conference: SEOUL, party: 'FRA' }), SEOUL)).toBe(
      false,
    )
  })

  it('alters no other wording, whatever the text', () => {
    const wording = fc.record({
      value: fc.string({ minLength: 1 }),
      status: fc.constantFrom(...TextStatus.options),
    })
    fc.assert(
      fc.property(
        fc.constantFrom<Language>('en', 'fr'),
        fc.dictionary(fc.constantFrom(...LANGUAGES), wording),
        fc.constantFrom(...LANGUAGES),
        (original, all, language) => {
          const before = { original, in: all } as Text
          try {
            const after = translated(before, language, said('neu'), null)
            for (const other of LANGUAGES.filter((one) => one !== language)) {
              expect(after.in[other]).toEqual(before.in[other])
            }
            expect(revisedText(before, after)).toEqual({
              ...after,
              in: {
                ...after.in,
                [original]: {
                  ...after.in[original],
                  status:
                    after.in[original]?.status === 'stale'
                      ? 'unofficial'
                      : after.in[original]?.status,
                },
              },
            })
          } catch (error) {
            expect(String((error as { code?: string }).code)).toMatch(/^translations\./)
          }
        },
      ),
    )
  })
})
