import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../kernel/language.ts'
import { readProgramme } from './read.ts'

interface Written {
  days: { date: string; items: { start: string; end: string | null; title: string }[] }[]
}

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  ar: ['حفل الافتتاح', 'الجلسة الأولى: استدامة السلام', 'استراحة', 'مؤتمر صحفي'],
  en: [
    'Opening ceremony',
    'Session 2: Performance and accountability',
    'Lunch',
    'Side event on technology',
  ],
  es: [
    'Ceremonia de apertura',
    'Sesión plenaria: protección de los civiles',
    'Almuerzo',
    'Rueda de prensa',
  ],
  fr: ['Cérémonie d’ouverture', 'Séance III : Partenariats', 'Pause-café', 'Événement parallèle'],
  ko: ['개회식', '제2세션: 성과와 책임', '오찬', '기자회견'],
  ru: ['Церемония открытия', 'Заседание 2. Подготовка кадров', 'Обед', 'Выставка'],
  zh: ['开幕式', '第二场全体会议：绩效与问责', '午餐', '新闻发布会'],
}
const MONTHS: Partial<Record<Language, readonly string[]>> = {
  ar: 'كانون الثاني/يناير،شباط/فبراير،آذار/مارس،نيسان/أبريل،أيار/مايو،حزيران/يونيه،تموز/يوليه،آب/أغسطس،أيلول/سبتمبر،تشرين الأول/أكتوبر،تشرين الثاني/نوفمبر،كانون الأول/ديسمبر'.split(
    '،',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
}

const parts = (date: string) => date.split('-').map(Number) as [number, number, number]
const named = (language: Language) => (date: string) => {
  const [year, month, day] = parts(date)
  if (language === 'zh') return `${year}年${month}月${day}日`
  if (language === 'ko') return `${year}년 ${month}월 ${day}일`
  const name = MONTHS[language]?.[month - 1]
  return language === 'es' ? `${day} de ${name} de ${year}` : `${day} ${name} ${year}`
}
const dotted = (date: string) => date.split('-').toReversed().join('.')

const wide = (text: string) =>
  text.replace(/[0-9:]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
const indic = (text: string) =>
  text.replace(/\d/g, (one) => String.fromCharCode(0x660 + Number(one)))
const dot = (clock: string) => clock.replace(':', '.')
const units = (hour: string, minute: string) => (clock: string) => {
  const [h, m] = clock.split(':').map(Number)
  return m === 0 ? `${h}${hour}` : `${h}${hour}${String(m).padStart(2, '0')}${minute}`
}
const twelve = (am: string, pm: string, before: boolean) => (clock: string) => {
  const [h = 0, m = 0] = clock.split(':').map(Number)
  const said = `${h % 12 || 12}:${String(m).padStart(2, '0')}`
  const half = h < 12 ? am : pm
  return before ? `${half} ${said}` : `${said} ${half}`
}

type Range = (start: string, end: string | null) => string
const joined =
  (clock: (text: string) => string, joint: string): Range =>
  (start, end) =>
    end === null ? clock(start) : `${clock(start)}${joint}${clock(end)}`
const plain = (text: string) => text
const RANGES: readonly Range[] = [
  joined(plain, '~'),
  joined(plain, ' – '),
  joined(plain, '—'),
  joined(dot, ' - '),
  joined(wide, '～'),
]
const OWN: Readonly<Record<Language, readonly Range[]>> = {
  ar: [
    joined(indic, ' – '),
    (start, end) => (end ? `من الساعة ${start} إلى الساعة ${end}` : `الساعة ${start}`),
    joined(twelve('صباحًا', 'مساءً', false), ' – '),
  ],
  en: [
    joined(twelve('am', 'pm', false), ' – '),
    joined(twelve('a.m.', 'p.m.', false), ' to '),
    (start, end) => `${joined(plain, ' – ')(start, end)} hrs.`,
  ],
  es: [
    (start, end) => (end ? `de ${start} a ${end}` : `a las ${start}`),
    (start, end) => `${joined(plain, ' – ')(start, end)} h`,
  ],
  fr: [joined(units('h', ''), ' – '), joined(units(' h ', ''), ' à ')],
  ko: [joined(units('시 ', '분'), ' ~ '), joined(twelve('오전', '오후', true), ' ~ ')],
  ru: [
    (start, end) => (end ? `с ${dot(start)} до ${dot(end)}` : `в ${start}`),
    (start, end) => (end ? `от ${start} до ${end}` : start),
  ],
  zh: [joined(units('时', '分'), '至'), joined(twelve('上午', '下午', true), '—')],
}

type Layout = (range: string, title: string) => string
const LAYOUTS: readonly Layout[] = [
  (range, title) => `${range} ${title}`,
  (range, title) => `${range}\t${title}`,
  (range, title) => `| ${range} | ${title} |`,
  (range, title) => `${range}\n${title}`,
  (range, title) => `- ${range} | ${title}`,
]

const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const programmeIn = (language: Language): fc.Arbitrary<Written> => {
  const item = fc.record({
    length: fc.constantFrom(15, 30, 50),
    open: fc.boolean(),
    title: fc.constantFrom(...TITLES[language]),
  })
  return fc
    .record({
      first: fc.integer({ min: 0, max: 3000 }),
      days: fc.array(
        fc.record({
          start: fc.integer({ min: 80, max: 110 }),
          items: fc.array(item, { minLength: 1, maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ first, days }) => ({
      days: days.map(({ start, items }, index) => {
        let at = start * 6
        const date = Temporal.PlainDate.from('2018-01-01')
          .add({ days: first + index })
          .toString()
        return {
          date,
          items: items.map(({ length, open, title }, place) => {
            const begin = at
            at += length + 5
            return {
              start: clockOf(begin),
              end: open ? null : clockOf(begin + length),
              title: `${title} (${place + 1})`,
            }
          }),
        }
      }),
    }))
}

describe('any programme, printed in any style', () => {
  for (const language of Object.keys(TITLES) as Language[]) {
    it(`reads back the same in ${language}`, () => {
      const dates = [named(language), plain, dotted]
      fc.assert(
        fc.property(
          programmeIn(language),
          fc.constantFrom(...RANGES, ...OWN[language]),
          fc.constantFrom(...LAYOUTS),
          fc.constantFrom(...dates),
          (programme, range, layout, day) => {
            const text = programme.days
              .flatMap(({ date, items }) => [
                day(date),
                ...items.map(({ start, end, title }) => layout(range(start, end), title)),
              ])
              .join('\n')
            const { days } = readProgramme({ text })
            expect(
              days.map(({ date, items }) => ({
                date,
                items: items.map(({ start, end, title }) => ({ start, end, title })),
              })),
              text,
            ).toEqual(programme.days)
          },
        ),
        { numRuns: 150 },
      )
    }, 20_000)
  }
})
