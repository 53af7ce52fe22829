import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/programme.ts'
import { session } from '../../../testing/sessions.ts'
import { freeSlug } from './slug.ts'

const named = (title: Parameters<typeof textIn>[0], start: string | null = '19:30') =>
  session({ title: textIn(title), day: '2021-12-07', start })

describe('the address of a session', () => {
  it.each([
    [named({ en: 'Opening ceremony' }), 'opening-ceremony'],
    [named({ fr: 'Séance d’ouverture : «les engagements»' }), 'seance-d-ouverture-les-engagements'],
    [named({ fr: 'Ouverture', en: 'Opening' }), 'opening'],
    [named({ ar: 'حفل الافتتاح' }), '2021-12-07-1930'],
    [named({ ko: '개회식' }, null), '2021-12-07'],
    [named({ en: '!!!' }), '2021-12-07-1930'],
    [
      named({ en: `${'long '.repeat(40)}title` }),
      'long-long-long-long-long-long-long-long-long-long',
    ],
  ])('comes from its title where that has Latin letters, else from its time', (one, slug) => {
    expect(freeSlug(one, new Set())).toBe(slug)
  })

  it('is its own', () => {
    const taken = new Set(['opening', 'opening-2'])
    expect(freeSlug(named({ en: 'Opening' }), taken)).toBe('opening-3')
  })
})
