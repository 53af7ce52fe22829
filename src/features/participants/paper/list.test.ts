import { extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { typeset } from '../../../platform/pdf/typeset.ts'
import template from './list.typ?raw'

const at = Temporal.Instant.from('2021-12-07T00:00Z')
const person = { name: 'Monica Juma', latin: null, beside: 'head', office: null }
const list = (language: string, rtl: boolean) => ({
  ...{ language, rtl, title: 'Participants', conference: 'Seoul 2021', facts: ['List 1'] },
  groups: [{ name: 'Kenya', people: [person], unnamed: 'and 2 more' }],
})

describe('the list of participants on paper', () => {
  it.each([
    ['en', false],
    ['ar', true],
  ] as const)('is typeset from the side on which lines begin, in %s', async (language, rtl) => {
    const pdf = await typeset(template, list(language, rtl), at)
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
    expect(text).toContain('Monica Juma')
    expect(text).toContain('and 2 more')
  })
})
