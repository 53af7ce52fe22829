import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './kernel/language.ts'
import { filesBelow, isTest, withoutComments } from './testing/tree.ts'

const words = filesBelow('src', '.json').filter((file) => file.path.includes('/messages/'))
const code = filesBelow('src', '.ts', '.tsx').filter((file) => !isTest(file.path))
const facts = filesBelow('data', '.json')

const found = (
  files: typeof words,
  pattern: RegExp,
  text = (file: (typeof words)[number]) => file.text,
) =>
  files.flatMap((file) =>
    [...text(file).matchAll(pattern)].map((match) => `${file.path}: ${match[0]}`),
  )

/** What is never said about a state (DIPLOMACY 7), in the forms that a message could take. */
const REPROACHES: Record<string, RegExp> = {
  ar: /فشل|أخفق|لم تف|لم يف|نكث|أخلّ|غامض|متقاعس/g,
  en: /\b(?:fail(?:ed|s|ing|ure)?|broken|broke|silent|silence(?! procedure)|vague|lapsed?|not kept|unkept|unfulfilled|reneged|defaulted|laggards?)\b/gi,
  es: /\b(?:fracas\w*|incumpl\w*|rot[ao]s? (?:promesa|compromiso)|vag[ao]s?|silencios\w*|caducad\w*)\b/gi,
  fr: /\b(?:échou\w*|échec\w*|non tenus?|non tenues?|rompu\w*|manqué à|vagues?|silencieu\w*|caducs?)\b/gi,
  ko: /실패|불이행|어긴|침묵(?!절차)|모호한|파기/g,
  ru: /провал\w*|не выполнен\w*|нарушен\w*|молч\w*|расплывчат\w*|невыполн\w*|просрочен\w*/gi,
  zh: /失败|违背|食言|沉默|含糊|未履行|未兑现|爽约/g,
}

describe('what a foreign ministry would refuse', () => {
  it('names of states come from parties only (1)', () => {
    expect(found(code, /DisplayNames|getCountr\w+|country-list|i18n-iso-countries/g)).toEqual([])
    const elsewhere = [...words, ...code]
    const nicknames =
      /North Korea|South Korea|\bTaiwan\b|\bBurma\b|Corée du (?:Nord|Sud)|Corea del (?:Norte|Sur)|(?:Северная|Южная) Корея|كوريا (?:الشمالية|الجنوبية)|북한|台湾/g
    expect(found(elsewhere, nicknames)).toEqual([])
    expect(found([...elsewhere, ...facts], /[\u{1F1E6}-\u{1F1FF}]/gu)).toEqual([])
  })

  it('there are no boundaries, shapes of countries or libraries of maps (4)', () => {
    const maps =
      /topojson|geojson|world-atlas|d3-geo|leaflet|mapbox|maplibre|openlayers|natural-?earth/gi
    expect(found(code, maps)).toEqual([])
    expect(readFileSync('package.json', 'utf8').match(maps)).toBeNull()
    const shapes = /"(?:coordinates|geometry|MultiPolygon|Polygon|arcs)"\s*:/g
    expect(found(facts, shapes)).toEqual([])
    expect(filesBelow('data', '.geojson', '.topojson', '.shp', '.kml', '.gpkg')).toEqual([])
    expect(filesBelow('src', '.geojson', '.topojson', '.shp', '.kml', '.gpkg')).toEqual([])
  })

  it('languages stand in the order of the United Nations, then the host’s (6)', () => {
    expect(LANGUAGES).toEqual(['ar', 'zh', 'en', 'fr', 'ru', 'es', 'ko'])
  })

  it('no message reproaches (7)', () => {
    const offences = LANGUAGES.flatMap((language) =>
      found(
        words.filter((file) => file.path.endsWith(`/${language}.json`)),
        REPROACHES[language] as RegExp,
        (file) => Object.values(JSON.parse(file.text) as Record<string, string>).join('\n'),
      ),
    )
    expect(offences).toEqual([])
  })

  it('the test for reproaches would find one', () => {
    const said: Record<string, string> = {
      ar: 'فشل',
      en: 'The pledge failed.',
      es: 'compromiso incumplido',
      fr: 'engagement non tenu',
      ko: '불이행',
      ru: 'обязательство не выполнено',
      zh: '未兑现',
    }
    for (const language of LANGUAGES) {
      expect([...(said[language] ?? '').matchAll(REPROACHES[language] as RegExp)]).not.toEqual([])
    }
  })

  it('no message declines, elides or attaches a particle to a name (10)', () => {
    const names =
      /\{(?:party|parties|state|country|person|speaker|organi[sz]ation|capability|mission|delegation|ministry|partner)\w*[,}]/gi
    expect(found(words, names)).toEqual([])
  })

  it('no page prints the address of a source where its publisher belongs (13)', () => {
    expect(
      found(
        code.filter((file) => file.path.endsWith('.tsx')),
        />\{[\w.]*\burl\}</g,
      ),
    ).toEqual([])
  })

  it('comments apart, no code writes about a state what no message may', () => {
    const views = code.filter((file) => file.path.endsWith('.tsx'))
    expect(
      found(views, />[^<{}]*\b(?:not kept|unkept|reneged|lapsed)\b/gi, (file) =>
        withoutComments(file.text),
      ),
    ).toEqual([])
  })
})
