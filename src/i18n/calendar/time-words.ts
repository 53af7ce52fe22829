import type { Language } from '../../kernel/language.ts'
import type { TimeWords } from '../wall.ts'

const dashed = (days: string): TimeWords => ({
  alone: '{from}',
  range: '{from}–{to}',
  over: '{from} – {day} {to}',
  other: '{day} ',
  days: days.split(' '),
})

/** How each language sets a time of the day; Arabic says a range in words (DIPLOMACY 24). */
export const TIME_WORDS: Readonly<Record<Language, TimeWords>> = {
  ar: {
    alone: 'الساعة {from}',
    range: 'من الساعة {from} إلى الساعة {to}',
    over: 'من الساعة {from} إلى الساعة {to} {day}',
    other: '{day} ',
    days: 'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد'.split(' '),
  },
  zh: dashed('周一 周二 周三 周四 周五 周六 周日'),
  en: dashed('Mon Tue Wed Thu Fri Sat Sun'),
  fr: dashed('lun. mar. mer. jeu. ven. sam. dim.'),
  ru: dashed('пн вт ср чт пт сб вс'),
  es: dashed('lun. mar. mié. jue. vie. sáb. dom.'),
  ko: {
    ...dashed('(월) (화) (수) (목) (금) (토) (일)'),
    range: '{from}~{to}',
    over: '{from} ~ {day} {to}',
  },
}
