import type { Language } from '../../kernel/language.ts'

type Twelve = readonly string[]
type Seven = readonly string[]

const numbered = (unit: string): Twelve =>
  Array.from({ length: 12 }, (_, month) => `${month + 1}${unit}`)

/** «كانون الأول/ديسمبر» is one name: no line breaks it, neither at its space nor after its stroke. */
const whole = (names: Twelve): Twelve =>
  names.map((name) => name.replaceAll(' ', '\u00A0').replace('/', '/\u2060'))

/** January first, in the form that stands beside a day. Arabic gives both names of each month, as the UN does. */
export const MONTHS: Readonly<Record<Language, Twelve>> = {
  ar: whole([
    'كانون الثاني/يناير',
    'شباط/فبراير',
    'آذار/مارس',
    'نيسان/أبريل',
    'أيار/مايو',
    'حزيران/يونيه',
    'تموز/يوليه',
    'آب/أغسطس',
    'أيلول/سبتمبر',
    'تشرين الأول/أكتوبر',
    'تشرين الثاني/نوفمبر',
    'كانون الأول/ديسمبر',
  ]),
  zh: numbered('月'),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  ko: numbered('월'),
}

/** A month without its day stands in the nominative in Russian; elsewhere nothing changes. */
export const LONE_MONTHS: Readonly<Record<Language, Twelve>> = {
  ...MONTHS,
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
}

/** Monday first, as ISO 8601 and Temporal count. */
export const WEEKDAYS: Readonly<Record<Language, Seven>> = {
  ar: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  ru: 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' '),
  es: 'lunes martes miércoles jueves viernes sábado domingo'.split(' '),
  ko: ['월요일', '화요일', '수요일', '목요일', '금요일', '토요일', '일요일'],
}
