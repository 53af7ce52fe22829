import { describe, expect, it } from 'vitest'
import { Person } from './model.ts'
import { STYLES, withStyle } from './styles.ts'

const codes = (given: Record<string, unknown>) =>
  Person.safeParse(given).error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('a person', () => {
  it('is asked for a name and how lists sort it; all else is theirs to say', () => {
    expect(Person.parse({ name: 'Grete Müller', sortName: 'Müller, Grete' })).toEqual({
      name: 'Grete Müller',
      sortName: 'Müller, Grete',
      latinName: null,
      styles: {},
      functions: null,
      place: 'delegate',
      rank: 'official',
      organisation: null,
      languages: [],
      photo: null,
      accessNeeds: null,
      travel: null,
      address: null,
      telephone: null,
      gender: null,
      unpublished: false,
      answers: {},
    })
  })

  it.each(['정의용', 'محمد بن سلمان', 'Сергей Иванов', '王毅', 'ጌታቸው'])(
    'writes %s as they do, and gives it in Latin letters as well',
    (name) => {
      expect(codes({ name, sortName: name })).toEqual([['latinName', 'delegations.latin-missing']])
      expect(codes({ name, sortName: name, latinName: 'Someone' })).toBeUndefined()
      expect(codes({ name, sortName: name, latinName: name })).toContainEqual([
        'latinName',
        'delegations.not-latin',
      ])
    },
  )

  it('knows no nationality, no passport and no date of birth', () => {
    const asked = Object.keys(Person.parse({ name: 'A', sortName: 'A' })).join()
    expect(asked).not.toMatch(/national|passport|birth|document|mrz/i)
    expect(codes({ name: 'A', sortName: 'A', nationality: 'FRA' })).toHaveLength(1)
  })

  it('chooses a style of the language in which it is printed, or none', () => {
    const said = { name: 'A', sortName: 'A' }
    expect(
      codes({ ...said, styles: { en: 'H.E. Mr.', ko: '장관', fr: 'S.E. M.' } }),
    ).toBeUndefined()
    expect(codes({ ...said, styles: { en: 'S.E. M.' } })).toEqual([
      ['styles', 'delegations.no-such-style'],
    ])
    expect(withStyle('ko', '장관', '정의용')).toBe('정의용 장관')
    expect(withStyle('zh', '先生', '王毅')).toBe('王毅 先生')
    expect(withStyle('ru', 'г-н', 'Иванов')).toBe('г-н Иванов')
    expect(withStyle('en', undefined, 'A')).toBe('A')
  })

  it('finds in every language the styles that the United Nations prints', () => {
    const wanted = {
      en: 'H.E. Mr.',
      fr: 'S.E. M.',
      ru: 'г-н',
      zh: '先生',
      ko: '장관',
      es: 'Excmo. Sr.',
      ar: 'معالي السيد',
    }
    for (const [language, style] of Object.entries(wanted)) {
      expect(STYLES[language as keyof typeof STYLES]).toContain(style)
    }
    for (const styles of Object.values(STYLES)) expect(new Set(styles).size).toBe(styles.length)
  })

  it('leaves after arriving', () => {
    const said = { name: 'A', sortName: 'A' }
    const travel = { arrives: '2021-12-06', departs: '2021-12-05' }
    expect(codes({ ...said, travel })).toEqual([['travel.departs', 'delegations.departs-before']])
  })
})
