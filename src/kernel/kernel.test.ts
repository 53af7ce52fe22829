import { describe, expect, it } from 'vitest'
import { ANONYMOUS, holds, LOADER } from './actor.ts'
import { ConferenceId, PartyCode } from './ids.ts'
import { allows, must, Refusal } from './refusal.ts'
import { readingOf, Text } from './text.ts'

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }) => (value: string) =>
  schema.safeParse(value).success

describe('a conference’s identifier', () => {
  it('has a digit, and nothing that a schedule format refuses', () => {
    expect(['seoul2021', 'unpkm_2021_seoul'].map(accepts(ConferenceId))).toEqual([true, true])
    expect(['seoul', 'seoul-2021', 'Seoul2021', 'séoul2021'].map(accepts(ConferenceId))).toEqual(
      Array(4).fill(false),
    )
  })
})

describe('a party’s code', () => {
  it('is upper case and no path', () => {
    expect(['KOR', 'EU', 'AU'].map(accepts(PartyCode))).toEqual([true, true, true])
    expect(['kor', 'K', '../KOR', 'KÖR'].map(accepts(PartyCode))).toEqual(Array(4).fill(false))
  })
})

describe('a text', () => {
  const text = Text.parse({
    original: 'fr',
    in: {
      fr: { value: 'Programme', status: 'as-published' },
      en: { value: 'Programme', status: 'unofficial' },
    },
  })

  it('is read in the reader’s language where it stands in it', () => {
    expect(readingOf(text, 'en')).toEqual({
      value: 'Programme',
      status: 'unofficial',
      language: 'en',
    })
  })

  it('is read in the original where it does not', () => {
    expect(readingOf(text, 'ar').language).toBe('fr')
  })

  it('has at least one wording', () => {
    expect(Text.safeParse({ original: 'fr', in: {} }).success).toBe(false)
  })
})

describe('a rule', () => {
  it('that is broken refuses the deed by its name', () => {
    const deed = () => must(false, 'programme.already-cancelled', { number: 2 })
    expect(deed).toThrow(new Refusal('programme.already-cancelled', 409, { number: 2 }))
    expect(allows(deed)).toBe(false)
    expect(allows(() => must(true, 'programme.already-cancelled'))).toBe(true)
  })

  it('that breaks by a defect is no refusal', () => {
    expect(() =>
      allows(() => {
        throw new TypeError('a defect')
      }),
    ).toThrow(TypeError)
  })
})

describe('a role', () => {
  const host = {
    kind: 'account',
    id: 'a',
    grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
  } as const

  it('is held at one conference, or everywhere', () => {
    expect(holds(host, 'seoul2021', 'host-secretariat', 'administrator')).toBe(true)
    expect(holds(LOADER, 'accra2023', 'loader')).toBe(true)
  })

  it('is not held elsewhere, nor by somebody else', () => {
    expect(holds(host, 'accra2023', 'host-secretariat')).toBe(false)
    expect(holds(host, 'seoul2021', 'administrator')).toBe(false)
    expect(holds(ANONYMOUS, 'seoul2021', 'host-secretariat')).toBe(false)
  })
})
