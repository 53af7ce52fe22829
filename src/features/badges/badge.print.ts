import { sayDayRange } from '../../i18n/days.ts'
import type { Language } from '../../kernel/language.ts'
import { directionOf } from '../../kernel/language.ts'
import type { Palette } from '../../kernel/palette.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { paletteOf } from '../../ui/style/palettes.ts'
import type { Outline } from '../conferences/outline.ts'
import { isLatin, type Person } from '../delegations/participants/model.ts'
import { withStyle } from '../delegations/participants/styles.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { type Badge, type COLOURS, type Settings, USUAL_CATEGORIES, USUAL_ZONES } from './model.ts'
import { qrPath } from './qr.ts'
import { say } from './words.ts'

/** Hue and chroma of the palettes, as `colours.css` has them. */
export const HUES: Readonly<Record<Palette, readonly [hue: number, chroma: number]>> = {
  ink: [255, 0.05],
  slate: [240, 0.03],
  celadon: [172, 0.06],
  ochre: [75, 0.08],
  brick: [35, 0.1],
  indigo: [275, 0.1],
  pine: [150, 0.07],
  plum: [345, 0.09],
  harbour: [225, 0.07],
}

/** The colours of categories, and what is read on them. */
export const PAINT: Readonly<
  Record<(typeof COLOURS)[number], readonly [ground: string, ink: string]>
> = {
  gold: ['#d9a400', '#1f1800'],
  navy: ['#123a73', '#ffffff'],
  teal: ['#00707a', '#ffffff'],
  violet: ['#6b3fa0', '#ffffff'],
  orange: ['#e06c00', '#1f0f00'],
  green: ['#2e7d32', '#ffffff'],
  grey: ['#5f6670', '#ffffff'],
  black: ['#1b1b1b', '#ffffff'],
}

/** What a badge is printed of. */
export interface Wearer {
  badge: Badge
  person: Person | null
  party: Party | null
  hasPhoto: boolean
}

/** What all badges of a conference share. */
export interface Sheet {
  outline: Outline
  settings: Settings
  /** The day by which parties are named. */
  day: string
}

/** Words, and the language that they are in. */
interface Said {
  text: string
  lang: Language
  rtl: boolean
}

const said = (text: string, lang: Language): Said => ({
  text,
  lang,
  rtl: directionOf(lang) === 'rtl',
})

const inEach = (languages: readonly Language[], text: (language: Language) => string): Said[] => {
  const all = languages.map((language) => said(text(language), language))
  return all.filter(
    (one, place) => all.findIndex(({ text: words }) => words === one.text) === place,
  )
}

const readIn = (text: Text, language: Language) => readingOf(text, language).value

const isUsual = <Id extends string>(ids: readonly Id[], id: string): id is Id =>
  (ids as readonly string[]).includes(id)

/** What a category is called: as the conference says, else as is usual, else by its identifier. */
export function categoryName(
  { categories }: Pick<Settings, 'categories'>,
  id: string,
  language: Language,
): string {
  const name = categories.find((one) => one.id === id)?.name
  if (name) return readIn(name, language)
  return isUsual(USUAL_CATEGORIES, id) ? say(language, `category.${id}`) : id
}

/** What a zone is called. */
export function zoneName(
  { zones }: Pick<Settings, 'zones'>,
  id: string,
  language: Language,
): string {
  const name = zones.find((one) => one.id === id)?.name
  if (name) return readIn(name, language)
  return isUsual(USUAL_ZONES, id) ? say(language, `zone.${id}`) : id
}

/** Scripts that our faces can set; a name in any other stands in its Latin form alone. */
const SET =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Han}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]+$/u

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
]

/** The name as its bearer writes it, large, and in Latin letters below, each with the style that was chosen for it. */
export function namesOf(
  { name, latinName, styles }: Pick<Person, 'name' | 'latinName' | 'styles'>,
  first: Language,
): { large: Said; small: Said | null } {
  const latin = [first, 'en', 'fr', 'es'].find((one): one is Language => one in styles) ?? 'en'
  const inLatin = (plain: string) =>
    said(withStyle(latin, LATIN_STYLES.includes(latin) ? styles[latin] : undefined, plain), latin)
  if (isLatin(name) || (!SET.test(name) && latinName !== null)) {
    return { large: inLatin(latinName ?? name), small: null }
  }
  const language = SCRIPTS.find(([script]) => script.test(name))?.[1] ?? first
  const own = said(withStyle(language, styles[language], name), language)
  return { large: own, small: latinName === null ? null : inLatin(latinName) }
}
const LATIN_STYLES: readonly Language[] = ['en', 'fr', 'es']

const isDay = (day: string | null | undefined): day is string => day?.length === 10

function datesIn({ dates }: Outline, language: Language): string {
  const last = dates?.last ?? dates?.first
  return isDay(dates?.first) && isDay(last) ? sayDayRange(language, dates.first, last) : ''
}

function colourOf({ categories }: Settings, id: string) {
  const colour = categories.find((one) => one.id === id)?.colour ?? 'black'
  const [ground, ink] = PAINT[colour]
  return { ground, ink }
}

function badgeOf({ badge, person, party, hasPhoto }: Wearer, { settings, day }: Sheet) {
  const { languages } = settings
  const [first = 'en'] = languages
  const names = person && namesOf(person, first)
  const office = person?.functions && readingOf(person.functions, first)
  return {
    photo: hasPhoto ? photoPath(badge.id) : null,
    large: names?.large ?? null,
    small: names?.small ?? null,
    office: office ? said(office.value, office.language) : null,
    from: party
      ? inEach(languages, (language) => nameOn(party, day, language).short)
      : person?.organisation
        ? [said(person.organisation, first)]
        : [],
    category: inEach(languages, (language) =>
      badge.zone === null
        ? categoryName(settings, badge.category, language)
        : zoneName(settings, badge.zone, language),
    ),
    colour: colourOf(settings, badge.category),
    code: badge.code,
    qr: qrPath(badge.signed),
  }
}

/** Where the template finds a photo. */
export const photoPath = (id: string): string => `/photos/${id}.svg`

/** What the template prints: one badge a page, or four on a sheet with marks to cut along. */
export function sheetOf(sheet: Sheet, wearers: readonly Wearer[], layout: 'single' | 'sheet') {
  const { outline, settings } = sheet
  const { languages } = settings
  const [first = 'en'] = languages
  const [hue, chroma] = HUES[paletteOf(outline.id)]
  return {
    title: readIn(outline.shortName, first),
    layout,
    language: first,
    hue,
    chroma,
    names: inEach(languages, (language) => readIn(outline.shortName, language)),
    dates: inEach(languages, (language) => datesIn(outline, language)).filter(({ text }) => text),
    badges: wearers.map((wearer) => badgeOf(wearer, sheet)),
  }
}
