import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { shippedParties } from '../../../testing/record.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { PledgeId } from '../../pledges/model.ts'
import { Assessment } from '../assessments/model.ts'
import { Observation } from '../observations/model.ts'
import { observationsFrom } from '../observations/shipped.ts'
import { Reply } from '../replies/model.ts'
import { Report } from '../reports/model.ts'
import { POINTS } from '../scale.model.ts'
import { CodebookPage } from './codebook-page.tsx'
import { ConferenceSection } from './conference-section.tsx'
import { PartySection } from './party-section.tsx'
import { PledgeSection, type Voices } from './pledge-section.tsx'
import type { StatementDesk } from './statement.tsx'

const shipped = observationsFrom(JSON.parse(readFileSync('data/observations.json', 'utf8')))
  .map((one) => Observation.parse(one))
  .filter(({ audience }) => audience === 'public')
const parties = new Map(shippedParties().map((party) => [party.code, party]))
const force = PledgeId.parse('CAN-2017-01')
const canada = PartyCode.parse('CAN')
const source = { publisher: 'A Review', url: 'https://review.test/x', date: '2024', grade: 'B' }
const pledges: StatementDesk['pledges'] = new Map(
  shipped.flatMap((one) =>
    one.pledges.map((id) => [
      id,
      {
        id,
        conference: null,
        announcedOn: null,
        title: spelledOut({ en: `Title of ${id}` }) as Observation['note'],
      },
    ]),
  ),
)

const desk = (language: Language, replies: Reply[] = []): StatementDesk => ({
  language,
  parties,
  pledges,
  replies,
  today: '2026-11-26',
})
const report = Report.parse({
  id: '00000000-0000-7000-8000-000000000001',
  pledge: force,
  party: canada,
  round: null,
  onBehalf: true,
  reportedAt: '2024-03-01T23:30:00Z',
  stage: 'preparing',
  on: '2024-02',
  quantity: { value: 200, unit: 'troops', currency: null },
  dates: { from: '2024', until: '2026-03' },
  nextStep: { what: spelledOut({ en: 'Choose a mission' }), by: '2025' },
  obstacle: { kind: 'request-awaited' },
})
const assessment = Assessment.parse({
  id: '00000000-0000-7000-8000-000000000002',
  pledge: force,
  party: canada,
  state: 'published',
  supersedes: null,
  version: 1,
  sentAt: '2024-01-01T00:00:00Z',
  publishedAt: '2024-02-01T00:00:00Z',
  point: 'not-started',
  codebook: '1.0',
  asOf: '2024-01-01',
  evidence: [source],
  reasons: spelledOut({ en: 'The registry does not hold it.' }),
  reviewer: 'R. Viewer',
})
const reply = (subject: Reply['subject'], change: Partial<Reply> = {}) =>
  Reply.parse({
    id: '00000000-0000-7000-8000-000000000003',
    subject,
    party: canada,
    kind: 'comment',
    audience: 'public',
    words: spelledOut({ en: 'It remains on offer.' }),
    at: '2024-02-05T00:00:00Z',
    answer: null,
    answeredAt: null,
    ...change,
  })

const voices = (change: Partial<Voices> = {}): Voices => ({
  pledge: force,
  observations: shipped.filter((one) => one.pledges.includes(force)),
  reports: [report],
  files: [],
  assessments: [assessment],
  ...change,
})
const section = (language: Language, of = voices(), replies: Reply[] = []) =>
  String(PledgeSection({ desk: desk(language, replies), voices: of }))
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** What stands below a heading of a kind of voices, up to the next. */
const under = (html: string, kind: string) => {
  const from = html.indexOf(`id="voices-${kind}"`)
  const next = html.indexOf('<section', from)
  return plain(html.slice(from, next < 0 ? undefined : next))
}

describe('the voices on a pledge', () => {
  it('stand side by side, each kind with its own', () => {
    const html = section('en')
    const own = under(html, 'own')
    expect(own).toContain('in preparation')
    expect(own).toContain('the reaction force remains part of the offer')
    expect(own).not.toContain('Walter Dorn')
    const others = under(html, 'others')
    expect(others).toContain('Walter Dorn for the Rideau Institute')
    expect(others).not.toContain('the reaction force remains part of the offer')
    expect(under(html, 'assessments')).toContain('R. Viewer')
  })

  it('mark what is ours, and attach no point to a party’s own words', () => {
    const html = section('en')
    expect(under(html, 'others')).toContain('Our mapping to the scale: “not started”')
    for (const point of POINTS) {
      expect(under(html, 'own')).not.toContain(`“${point.replace('-', ' ')}”`)
    }
    const helicopters = PledgeId.parse('CAN-2017-02')
    const observations = shipped.filter((one) => one.pledges.includes(helicopters))
    const other = section('en', voices({ pledge: helicopters, observations }))
    expect(under(other, 'own')).toContain('Says of itself, by our mapping: “fulfilled”')
  })

  it('say when, by whom and with what grade, and never print an address', () => {
    for (const language of LANGUAGES) {
      const text = plain(section(language))
      expect(text).not.toMatch(/https?:|undefined|\[object/)
      expect(text).toContain('R. Viewer')
    }
    const others = under(section('fr'), 'others')
    expect(others).toContain('The Hill Times · 21 octobre 2020 · notre cote : B')
  })

  it('show a comment beneath the entry that it is about, in the same type', () => {
    const [first] = voices().observations
    const said = reply({ kind: 'observation', id: first?.id ?? ('' as never) })
    const html = section('en', voices(), [said])
    const entry = html.slice(html.indexOf(`id="${first?.id}"`))
    expect(plain(entry.slice(0, entry.indexOf('</li></ul>')))).toContain('It remains on offer.')
    expect(html).not.toMatch(/<small[^>]*>[^<]*It remains on offer/)
    expect(plain(entry)).toContain('An answer is promised by 15 February 2024.')
    const answered = { answer: said.words, answeredAt: '2024-02-07T00:00:00Z' }
    expect(plain(section('en', voices(), [{ ...said, ...answered }]))).not.toContain('promised')
  })

  it('say plainly of which kinds nothing is known', () => {
    const nobody = section('en', voices({ observations: [], reports: [], assessments: [] }))
    expect(nobody.match(/nothing beside the reports above/g)).toHaveLength(2)
    expect(nobody).toContain('none published')
    expect(nobody).toContain('Each party may confirm, comment, dispute or ask for correction.')
  })

  it('tell how a share stands, with what the reader may see of it', () => {
    const own = under(section('en'), 'own')
    for (const part of [
      'Canada · handed in by the secretariat for the party · February 2024',
      'Reached: 200 troops',
      'Carried out: from 2024 · until March 2026',
      'What it depends on: a request is awaited',
      'Next step: Choose a mission · until 2025',
      'reported on 1 March 2024',
    ]) {
      expect(own).toContain(part)
    }
    const less = { ...report, obstacle: null, quantity: null, dates: null, nextStep: null }
    expect(under(section('en', voices({ reports: [less] })), 'own')).not.toMatch(
      /Reached|depends|Next step|Carried out/,
    )
  })

  it('name pledges that were spoken of together', () => {
    const military = PledgeId.parse('CAN-2016-01')
    const observations = shipped.filter((one) => one.pledges.includes(military))
    const html = section('en', voices({ pledge: military, observations }))
    expect(plain(html)).toContain(
      'Said of several pledges together: CAN-2016-01 · Title of CAN-2016-02',
    )
    expect(html).toContain('href="/en/pledges/CAN-2016-02"')
  })
})

describe('what is said on other pages', () => {
  it('of a party: what it says itself apart from what others say', () => {
    const statements = shipped.filter(({ pledges }) => pledges.some((id) => id.startsWith('CAN')))
    for (const language of LANGUAGES) {
      const html = String(
        PartySection({ desk: desk(language), party: canada, statements, reports: [report] }),
      )
      const [own = '', others = ''] = html.split('<h3>').slice(1)
      expect(own).toContain('id="can-2017-01-national-defence-2019"')
      expect(own).not.toContain('id="can-2017-01-dorn-2019"')
      expect(others).toContain('id="can-2017-01-dorn-2019"')
      expect(plain(html)).not.toMatch(/undefined|\[object/)
    }
  })

  it('of an edition: with the states that are spoken of', () => {
    const statements = shipped.filter(
      ({ conference, pledges }) => conference === 'london2016' && pledges.length === 0,
    )
    const html = String(ConferenceSection({ desk: desk('fr'), statements }))
    expect(html.match(/<li /g)).toHaveLength(7)
    expect(plain(html)).toContain('À propos de : Bangladesh')
  })
})

describe('the codebook', () => {
  it('explains every term that the sections lead to, in every language', () => {
    for (const language of LANGUAGES) {
      const html = String(CodebookPage({ language }))
      const leads = [...section(language).matchAll(/codebook#([\w-]+)/g)].map(([, id]) => id)
      expect(leads.length).toBeGreaterThan(0)
      for (const id of leads) expect(html).toContain(`<dt id="${id}">`)
      for (const point of POINTS) expect(html).toContain(`<dt id="${point}">`)
      expect(plain(html)).toContain('1.0')
    }
  })
})
