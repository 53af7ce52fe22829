import { describe, expect, it } from 'vitest'
import { compareIn } from '../../i18n/collation.ts'
import { sayNumber } from '../../i18n/numbers.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { shippedFacts } from '../../testing/record.ts'
import { shippedOutcome } from '../../testing/shipped/outcome.ts'
import { say as sayInUi } from '../../ui/words.ts'
import { sayTerm as sayOfPledges } from '../pledges/pages/terms.print.ts'
import { isJoint, type Role } from '../pledges/shares.model.ts'
import { KNOWN, knownOn } from '../record/count/ages.ts'
import { count } from '../record/count/count.ts'
import { sayTerm } from '../record/terms.print.ts'
import type { Block, Cell, Group, Line, Table } from './blocks.ts'
import { deskOf, partyName, sortName } from './desk.print.ts'
import type { Outcome } from './facts.ts'
import { groupsOf } from './groups.ts'
import { seriesNameOn } from './parts/title.print.ts'
import { type Report, reportOf } from './report.print.ts'

const EDITIONS = shippedFacts().editions.map(({ outline }) => String(outline.id))
const outcomes = new Map(EDITIONS.map((id) => [id, shippedOutcome(id)]))
const outcomeOf = (id: string) => outcomes.get(id) as Outcome
/** Every edition in English; one with categories and one without in every language. */
const EVERY = [
  ...EDITIONS.map((id) => ({ id, language: 'en' as const })),
  ...['seoul2021', 'london2016'].flatMap((id) => LANGUAGES.map((language) => ({ id, language }))),
]
const made = new Map<string, Report>()
const reported = (id: string, language: Language = 'en') => {
  const known = made.get(`${id} ${language}`) ?? reportOf(language, outcomeOf(id))
  made.set(`${id} ${language}`, known)
  return known
}

const isLine = (value: object): value is Line => 'words' in value && 'tone' in value

/** Everything that is printed, as one text; what marks words stands in brackets, as it is set. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  if (isLine(value)) {
    return value.words.map(({ text, mark }) => (mark ? ` (${text})` : text)).join('')
  }
  return Object.entries(value)
    .filter(([key]) => !['kind', 'svg', 'url', 'language', 'id'].includes(key))
    .map(([, one]) => textOf(one))
    .filter((one) => one !== '')
    .join(' ')
}

const blocksOf = ({ parts }: Report, id: string): readonly Block[] =>
  parts.find((part) => part.id === id)?.blocks ?? []
const tableIn = (report: Report, part: string) =>
  blocksOf(report, part).find((block): block is Table => block.kind === 'table') as Table
const groupIn = (report: Report, part: string, heading: string) =>
  tableIn(report, part).groups.find((group) => group.heading === heading) as Group
const textIn = (cell: Cell | undefined) => (cell ?? []).map(textOf)
const idsIn = (words: string): string[] => words.match(/[A-Z]{2,5}-\d{4}-\d{2}/g) ?? []
/** The row of a pledge under a heading: its three cells as lines of words. */
const rowOf = (report: Report, heading: string, id: string) =>
  groupIn(report, 'pledges', heading)
    .rows.find((row) => idsIn(textOf(row[1])).includes(id))
    ?.map(textIn)

describe('the numbers of a report', () => {
  it('are those of the engine, in every language and for every edition', () => {
    for (const { id, language } of EVERY) {
      const outcome = outcomeOf(id)
      const entries = outcome.pledges.map(({ entry }) => entry)
      const number = (rule: 'pledges' | 'states', of = entries) =>
        count(of, rule, (code) => outcome.states.has(code)).number ?? 0
      const joint = outcome.pledges.filter(({ terms }) => isJoint(terms.shares)).length
      const report = reported(id, language)
      const said = blocksOf(report, 'brief').find(({ kind }) => kind === 'numbers')
      expect(said).toMatchObject({
        numbers: [number('pledges'), number('states'), joint].map((one) => ({
          value: sayNumber(language, one),
        })),
      })
      const headings = tableIn(report, 'pledges').groups.map(({ about }) => textOf(about[0]))
      const wanted = groupsOf(outcome).map(({ pledges }) =>
        sayTerm(language, 'count.pledges', {
          count: number(
            'pledges',
            pledges.map(({ entry }) => entry),
          ),
        }),
      )
      expect(headings.map((heading, i) => heading.includes(wanted[i] as string))).toEqual(
        wanted.map(() => true),
      )
    }
  })

  it('say what is known, and together are all pledges', () => {
    const outcome = outcomeOf('seoul2021')
    const [first, ...rows] = tableIn(reported('seoul2021'), 'brief').groups[0]?.rows ?? []
    const numbers = (column: number) => rows.map((row) => Number(textIn(row[column])[0]))
    const known = KNOWN.map(
      (one) => outcome.pledges.filter(({ entry }) => knownOn(entry, outcome.asOf) === one).length,
    ).filter((number) => number > 0)
    expect(numbers(1)).toEqual(known)
    for (const column of [1, 2, 3, 4, 5]) {
      expect(numbers(column).reduce((sum, one) => sum + one)).toBe(
        Number(textIn(first?.[column])[0]),
      )
    }
  })

  it('give no percentage where fewer than half of the pledges can be judged', () => {
    for (const id of EDITIONS) expect(textOf(reported(id))).not.toMatch(/per cent of/)
  })

  it('stand beside the published ones, with what they count, their date and their sources', () => {
    const report = reported('seoul2021')
    const [row] = groupIn(report, 'figures', 'Who announced commitments').rows
    expect(row?.map(textIn)).toEqual([
      ['States that announced commitments', expect.stringMatching(/^States with at least one new/)],
      [
        '62 (as of 8 December 2021)',
        '64 (date: February 2022)',
        expect.stringMatching(/scholars/),
        'The sources differ',
      ],
      ['14', 'States'],
    ])
    expect(row?.[1]?.slice(0, 2).map(({ cites }) => cites.length)).toEqual([1, 1])
  })
})

describe('the pledges of a report', () => {
  it('are all there, each in full once, in every language', () => {
    for (const { id, language } of EVERY) {
      const { pledges } = outcomeOf(id)
      const wanted = pledges.map(({ entry }) => entry.id).toSorted()
      const rows = tableIn(reported(id, language), 'pledges').groups.flatMap((group) => group.rows)
      const inFull = rows.filter((row) => (row[1] ?? []).some(({ cites }) => cites.length > 0))
      const own = inFull.map((row) => idsIn(textIn(row[1]).at(-1) ?? '')[0])
      expect(own.toSorted()).toEqual(wanted)
    }
  })

  it('stand under every heading to which they belong, and say so', () => {
    const report = reported('seoul2021')
    const full = rowOf(report, 'Military and police capabilities', 'KOR-2021-04')
    expect(full?.[1]?.at(-1)).toBe('KOR-2021-04\u00A0· also under: Training and capacity-building')
    const short = rowOf(report, 'Training and capacity-building', 'KOR-2021-04')
    expect(short?.[1]).toEqual([
      'Training of military engineers',
      'KOR-2021-04',
      'in full under: Military and police capabilities',
    ])
  })

  it('tell what was said, what is known of it and who says so', () => {
    const report = reported('seoul2021')
    expect(rowOf(report, 'Military and police capabilities', 'KOR-2021-01')).toEqual([
      ['Republic of Korea', 'United States of America', 'Kenya'],
      [
        'Helicopter unit for UN missions: Republic of Korea, United States of America, Kenya',
        expect.stringMatching(/^16 helicopters\u00A0· /),
        expect.stringContaining(sayOfPledges('en', 'condition.un-request')),
        'KOR-2021-01\u00A0· joint pledge',
      ],
      [
        `${sayOfPledges('en', 'stage.partly-delivered')}\u00A0· 6 helicopters`,
        expect.stringContaining(sayOfPledges('en', 'last-report')),
      ],
    ])
    expect(rowOf(report, 'Military and police capabilities', 'KOR-2021-09')?.[2]).toEqual([
      sayOfPledges('en', 'stage.announced'),
      `${sayOfPledges('en', 'last-report')}: ${sayOfPledges('en', 'last-report.none')}`,
    ])
  })

  it('speak the reader’s language first where their title is in another, which is named', () => {
    const { groups } = tableIn(reported('seoul2021', 'ru'), 'pledges')
    const row = groups
      .flatMap((group) => group.rows)
      .find((one) => idsIn(textOf(one[1])).includes('KOR-2021-01'))
    expect(row?.[1]?.[0]?.words).toEqual([{ text: expect.stringMatching(/^\p{Script=Cyrillic}/u) }])
    expect(row?.[1]?.[1]?.words).toEqual([
      { text: expect.stringMatching(/^Helicopter unit/), language: 'en' },
      { text: sayInUi('ru', 'language.en'), mark: true },
    ])
  })

  it('say who confirmed them, and that nobody else did', () => {
    const outcome = outcomeOf('seoul2021')
    const confirmed = {
      ...outcome,
      pledges: outcome.pledges.map((pledge) =>
        pledge.entry.id === 'KOR-2021-09'
          ? { ...pledge, confirmedBy: [PartyCode.parse('KOR')] }
          : pledge,
      ),
    }
    const report = reportOf('en', confirmed)
    expect(rowOf(report, 'Military and police capabilities', 'KOR-2021-09')?.[2]?.at(-1)).toBe(
      `${sayOfPledges('en', 'confirmed')}: Republic of Korea`,
    )
    expect(textOf(report)).toContain('not confirmed by their parties, except where it is said')
    expect(textOf(reported('seoul2021'))).toContain('No entry has yet been confirmed')
  })

  it('are joint with the part of each, in its own quantity, and how that is known', () => {
    const report = reported('seoul2021')
    const { about, rows } = groupIn(
      report,
      'joint',
      'Helicopter unit for UN missions: Republic of Korea, United States of America, Kenya',
    )
    expect(textOf(about)).toBe('KOR-2021-01')
    const part = (role: Role, quantity?: string) =>
      [sayOfPledges('en', `role.${role}`), ...(quantity ? [quantity] : [])].join('\u00A0· ')
    expect(rows.map((row) => row.map(textIn))).toEqual([
      [
        ['Republic of Korea'],
        [part('lead'), part('equipment', '16 helicopters')],
        [sayOfPledges('en', 'consent.own-source')],
      ],
      [
        ['United States of America'],
        [
          part('refurbishment', '16 helicopters'),
          part('transport', '16 helicopters'),
          part('money'),
        ],
        [sayOfPledges('en', 'consent.named')],
      ],
      [
        ['Kenya'],
        [part('unit', '1 unit'), part('recipient', '16 helicopters')],
        [sayOfPledges('en', 'consent.named')],
      ],
    ])
  })
})

describe('what a foreign ministry would refuse', () => {
  it('nothing ranks states: entries are alphabetical, whatever is known or promised', () => {
    for (const { id, language } of EVERY) {
      const outcome = outcomeOf(id)
      const names = (report: Report) =>
        tableIn(report, 'pledges').groups.map(({ rows }) => rows.map(([cell]) => textIn(cell)[0]))
      const desk = deskOf(language, outcome)
      const sortKeys = new Map(
        [...outcome.parties.keys()].map((code) => [partyName(desk, code), sortName(desk, code)]),
      )
      const report = reported(id, language)
      for (const group of names(report)) {
        const keys = group.map((name) => sortKeys.get(name ?? '') ?? '')
        expect(keys).toEqual(keys.toSorted(compareIn(language)))
      }
      const turned = { ...outcome, pledges: outcome.pledges.toReversed() }
      const rows = (report: Report) =>
        tableIn(report, 'pledges').groups.map((group) => group.rows.map(([, cell]) => textIn(cell)))
      if (language === 'en') expect(rows(reportOf('en', turned))).toEqual(rows(reported(id)))
    }
  })

  it('every report bears the notice, the sentence on designations and what its texts are worth', () => {
    for (const language of LANGUAGES) {
      const { notice, title } = reported('seoul2021', language)
      expect(notice).toBe(sayInUi(language, 'notice.sample'))
      expect(title.notices.slice(0, 2)).toEqual([
        sayInUi(language, 'notice.sample'),
        sayInUi(language, 'notice.designations'),
      ])
    }
  })

  it('parties bear the name of the conference’s day', () => {
    const name = (id: string) => partyName(deskOf('en', outcomeOf(id)), 'TUR')
    expect([name('newyork2015'), name('berlin2025')]).toEqual(['Turkey', 'Türkiye'])
  })

  it('co-chairs stand in the order in which they were printed', () => {
    const { particulars } = reported('berlin2025').title
    const chairs = textOf(particulars.find(({ label }) => label === 'Co-chairs')?.lines[0])
    const { outcome } = deskOf('en', outcomeOf('berlin2025'))
    const printed = outcome.conference.coChairs?.list.map(({ party }) => party) ?? []
    const desk = deskOf('en', outcome)
    expect(chairs).toBe(printed.map((code) => partyName(desk, code)).join('\u00A0· '))
  })

  it('a series is named as it was on the day', () => {
    const { series } = outcomeOf('seoul2021')
    const name = (day: string) => seriesNameOn(series, day).in.en?.value
    expect(name('2017-11-14')).toBe('United Nations Peacekeeping Defence Ministerial')
    expect(name('2021-12-07')).toBe('United Nations Peacekeeping Ministerial')
    expect(name('2014-09-26')).toBe('United Nations Peacekeeping Ministerial')
  })

  it('what is said of single states is not repeated as a voice on the edition', () => {
    const said = textOf(blocksOf(reported('london2016'), 'voices'))
    expect(said).toContain('63 governments')
    expect(said).not.toContain('Sri Lanka')
  })
})

describe('the sources of a report', () => {
  it('are numbered in the order in which they are cited, and all of them are cited', () => {
    for (const id of EDITIONS) {
      const report = reported(id)
      const cites: number[] = []
      const walk = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return
        if ('cites' in value) cites.push(...(value.cites as number[]))
        for (const one of Object.values(value)) walk(one)
      }
      walk(report.parts)
      const listed = blocksOf(report, 'sources').flatMap((block) =>
        block.kind === 'sources' ? block.sources.map(({ number }) => number) : [],
      )
      expect(listed).toEqual(listed.map((_, place) => place + 1))
      expect([...new Set(cites)].toSorted((a, b) => a - b)).toEqual(listed)
    }
  })

  it('print their publisher, date and grade, never their address', () => {
    for (const id of EDITIONS) expect(textOf(reported(id))).not.toMatch(/https?:/)
    const report = reported('seoul2021')
    const [block] = blocksOf(report, 'sources').filter(({ kind }) => kind === 'sources')
    const sources = block?.kind === 'sources' ? block.sources.map(({ line }) => textOf(line)) : []
    expect(sources).toContain('IPI Global Observatory\u00A0· February\u00A02022 (B)')
  })
})
