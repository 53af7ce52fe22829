import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { Party } from '../../parties/model.ts'
import { outlineOf } from '../outline.ts'
import { conferencesFrom, seriesFrom } from '../shipped.ts'
import { ConferencePage } from './conference-page.tsx'
import { conferenceJsonLd, seriesJsonLd } from './json-ld.ts'
import { SeriesPage } from './series-page.tsx'

const parsed = (file: string) => JSON.parse(readFileSync(`data/${file}`, 'utf8'))
const series = seriesFrom(parsed('series.json'))
const conferences = readdirSync('data/conferences').flatMap((file) =>
  conferencesFrom(parsed(`conferences/${file}`)),
)
const outlines = conferences
  .map(outlineOf)
  .toSorted((a, b) => ((a.dates?.first ?? '9') < (b.dates?.first ?? '9') ? -1 : 1))
const editions = outlines.filter(({ parent }) => parent === null)
const shipped = parsed('parties.json')
const parties = new Map(
  (shipped.parties as object[])
    .map((party) => Party.parse({ ...party, ...(shipped.sources && { sources: [] }) }))
    .map((party) => [String(party.code), party]),
)
const now = Temporal.Instant.from('2026-11-24T00:00:00Z')

const front = (language: Language, at = now) =>
  String(SeriesPage({ language, facts: { series, editions, parties }, now: at }))

function booklet(language: Language, id: string, sections = {}, at = now) {
  const conference = conferences.find((one) => one.id === id)
  if (!conference) throw new Error(`There is no ${id}`)
  const day = outlineOf(conference).dates?.first ?? '2021-12-07'
  const facts = { conference, series, outlines, parties, day }
  return String(ConferencePage({ language, facts, now: at, sections }))
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** Each part stands somewhere after the one before. */
function inOrder(text: string, ...parts: string[]) {
  let from = 0
  for (const part of parts) {
    const place = text.indexOf(part, from)
    expect(place, `«${part}» after «${text.slice(Math.max(0, from - 60), from)}»`).toBeGreaterThan(
      -1,
    )
    from = place + part.length
  }
}

describe('the front page', () => {
  it('says what the series is, leads to Seoul and its programme, and lists every edition by date', () => {
    const html = front('en')
    inOrder(
      html,
      'United Nations Peacekeeping Ministerial</h1>',
      'href="/en/seoul2021"',
      'href="/en/seoul2021/programme"',
      'To assess how those commitments are carried out',
    )
    const table = html.slice(html.indexOf('<tbody>'))
    inOrder(table, ...editions.map(({ id }) => `href="/en/${id}"`))
    expect(plain(table)).toContain('7–8 December 2021')
    expect(html).toContain('href="/en/parties"')
  })

  it('tells by the clock which edition runs or comes next, or that none is known', () => {
    expect(plain(front('en'))).toContain('No host and no date were found in our sources.')
    expect(front('en', Temporal.Instant.from('2021-12-07T01:00:00Z'))).toContain('Under way now')
    const between = plain(front('en', Temporal.Instant.from('2022-06-01T00:00:00Z')))
    expect(between).toContain('Next conference 2023 UN Peacekeeping Ministerial')
  })

  it('draws the line from the right in Arabic', () => {
    const places = (html: string) =>
      [...html.matchAll(/<circle cx="(\d+)"/g)].map((match) => Number(match[1]))
    expect(places(front('ar'))).toEqual(places(front('en')).map((place) => 1000 - place))
  })
})

describe('the page of a conference', () => {
  it('shows what was announced before beside what holds', () => {
    const text = plain(booklet('fr', 'seoul2021'))
    inOrder(
      text,
      '7 et 8 décembre 2021',
      '8 et 9 avril 2021',
      'Grand Hyatt Seoul',
      'COEX',
      'à distance',
    )
    expect(text).toContain('Ministère de la défense nationale')
  })

  it('keeps the order of the agenda, of the sessions and of the co-chairs', () => {
    const text = plain(booklet('fr', 'seoul2021'))
    inOrder(
      text.slice(text.indexOf('Ordre du jour')),
      'Pérennisation de la paix',
      'Performance et responsabilité',
      'Partenariats, formation et renforcement',
      'Les séances',
      'Partenariat, formation, renforcement des capacités',
      'III · Performance et responsabilité',
      'Questions transversales',
    )
    inOrder(
      text.slice(text.indexOf('Coprésidence')),
      'la République de Corée',
      'les États-Unis d’Amérique',
      'le Royaume-Uni',
      'la République orientale de l’Uruguay',
    )
  })

  it('sets figures that disagree side by side, each with date and source', () => {
    const html = booklet('en', 'seoul2021')
    const text = plain(html)
    inOrder(text.slice(text.indexOf('Invited and expected')), '155', '154', 'The sources differ')
    inOrder(text.slice(text.indexOf('Who announced')), '62', '64', 'The sources differ')
    inOrder(plain(booklet('en', 'berlin2025')), '88', '81', '53', '39')
    const figures = [
      ...html.matchAll(/<p class="figure-value[^"]*">.*?<\/p><p class="mark">.*?<\/p>/g),
    ].map(([one]) => one)
    expect(figures).toHaveLength(22)
    expect(figures.every((one) => /href="#source-\d+"/.test(one))).toBe(true)
  })

  it('prints the programme of a later feature before everything else', () => {
    const programme = <section id="the-programme" />
    inOrder(booklet('en', 'seoul2021', { programme }), 'the-programme', 'id="agenda"')
    const last = booklet('en', 'seoul2021', { gaps: <section id="gaps" /> })
    inOrder(last, 'id="agenda"', 'id="gaps"', 'id="sources"')
  })

  it('says who hands over to whom', () => {
    inOrder(
      plain(booklet('en', 'seoul2021')),
      'Hand-over',
      'Republic of Korea',
      '→',
      'Ghana',
      'Accra 2023',
    )
  })

  it('names people of 2015 with the office of that day, and unknown days as unknown', () => {
    expect(plain(booklet('en', 'newyork2015'))).toContain('Barack Obama · President ·')
    expect(plain(booklet('en', 'seoul2021_prep_idn'))).toContain('Dates not known to us')
    expect(plain(booklet('en', 'seoul2021_prep_usa_rwa'))).toContain('July 2021')
  })

  it('cites only sources that its list holds, in every language of every conference', () => {
    for (const language of LANGUAGES) {
      for (const { id } of conferences) {
        const html = booklet(language, id)
        for (const [, number] of html.matchAll(/href="#source-(\d+)"/g)) {
          expect(html).toContain(`<li id="source-${number}">`)
        }
      }
    }
  })
})

describe('JSON-LD', () => {
  it('says that Seoul was rescheduled and moved online', () => {
    const seoul = conferences.find(({ id }) => id === 'seoul2021')
    if (!seoul) throw new Error('There is no Seoul')
    const reader = { language: 'en', origin: 'https://plenum.test' } as const
    expect(
      conferenceJsonLd(seoul, series, new Map([['KOR', 'Republic of Korea']]), reader),
    ).toMatchObject({
      '@type': 'BusinessEvent',
      startDate: '2021-12-07',
      endDate: '2021-12-08',
      previousStartDate: ['2021-04-08'],
      eventStatus: ['https://schema.org/EventRescheduled', 'https://schema.org/EventMovedOnline'],
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: [
        { '@type': 'VirtualLocation', url: 'https://plenum.test/en/seoul2021' },
        { '@type': 'Place', name: 'Grand Hyatt Seoul, Seoul' },
      ],
      superEvent: { '@type': 'EventSeries', '@id': 'https://plenum.test/en' },
    })
    expect(seriesJsonLd(series, editions, reader).subEvent).toHaveLength(9)
  })
})
