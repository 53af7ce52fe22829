import { describe, expect, it } from 'vitest'
import capabilitiesFile from '../../../../data/capabilities.json' with { type: 'json' }
import categoriesFile from '../../../../data/categories.json' with { type: 'json' }
import seoulFile from '../../../../data/conferences/seoul2021.json' with { type: 'json' }
import missionsFile from '../../../../data/missions.json' with { type: 'json' }
import partiesFile from '../../../../data/parties.json' with { type: 'json' }
import requirementsFile from '../../../../data/requirements.json' with { type: 'json' }
import themesFile from '../../../../data/themes.json' with { type: 'json' }
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { outlineOf } from '../../conferences/outline.ts'
import { conferencesFrom } from '../../conferences/shipped.ts'
import { Mission } from '../../parties/missions.model.ts'
import { Party } from '../../parties/model.ts'
import { CategorySet } from '../categories.model.ts'
import { Capability } from '../model.ts'
import { Paper } from '../requirements.model.ts'
import { capabilitiesFrom, categorySetsFrom, papersFrom, themesFrom } from '../shipped.ts'
import { Theme } from '../themes.model.ts'
import { CapabilitiesPage } from './capabilities-page.tsx'
import { CapabilityPage } from './capability-page.tsx'
import { CategoriesSection } from './categories-section.tsx'
import { PaperPage } from './paper-page.tsx'
import { RequirementsPage } from './requirements-page.tsx'
import { SeriesSection } from './series-section.tsx'
import { ThemesPage } from './themes-page.tsx'

const CAPABILITIES = capabilitiesFrom(capabilitiesFile).map((one) => Capability.parse(one))
const SETS = categorySetsFrom(categoriesFile).map((one) => CategorySet.parse(one))
const THEMES = themesFrom(themesFile).map((one) => Theme.parse(one))
const PAPERS = papersFrom(requirementsFile).map((one) => Paper.parse(one))
const parties = new Map(
  partiesFile.parties
    .map((one) => Party.parse({ ...one, sources: [] }))
    .map((one) => [String(one.code), one]),
)
const missions = Mission.array().parse(missionsFile.missions)
const conferences = conferencesFrom(seoulFile).map(outlineOf)
const names = new Map(CAPABILITIES.map((one) => [one.code, one.names]))

const tree = (language: Language, search = '') =>
  `${CapabilitiesPage({ language, facts: { capabilities: CAPABILITIES, papers: PAPERS }, search })}`
const capability = (language: Language, code: string, children?: string) => {
  const found = CAPABILITIES.find((one) => one.code === code) as Capability
  const facts = {
    capability: found,
    names,
    papers: PAPERS,
    categorySets: SETS,
    conferences,
    parties,
  }
  return `${CapabilityPage({ language, facts, children })}`
}
const papers = (language: Language) =>
  `${RequirementsPage({ language, facts: { papers: PAPERS, parties } })}`
const paper = (language: Language, id: string, children?: string) => {
  const found = PAPERS.find((one) => one.id === id) as Paper
  const conference = conferences.find((one) => one.id === found.conference) ?? null
  const facts = { paper: found, papers: PAPERS, names, missions, parties, conference }
  return `${PaperPage({ language, facts, children })}`
}
const themes = (language: Language) => `${ThemesPage({ language, themes: THEMES })}`
const categories = (language: Language, conference: string) => {
  const set = SETS.find((one) => one.conference === conference) as CategorySet
  return `${CategoriesSection({ language, set, names })}`
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('every page', () => {
  it('speaks seven languages and nothing else', () => {
    for (const language of LANGUAGES) {
      const pages = [
        tree(language),
        tree(language, 'helicopter'),
        ...CAPABILITIES.map(({ code }) => capability(language, code)),
        papers(language),
        ...PAPERS.map(({ id }) => paper(language, id)),
        themes(language),
        ...SETS.map((set) => categories(language, set.conference)),
        `${SeriesSection({ language })}`,
      ]
      for (const page of pages) {
        expect(page).not.toMatch(/undefined|\[object|NaN/)
        expect(page).not.toContain('>null<')
      }
    }
  })

  it('says of no text of ours that it is in another language', () => {
    for (const language of LANGUAGES) {
      const pages = [...PAPERS.map(({ id }) => paper(language, id)), papers(language)]
      expect(pages.filter((page) => page.includes('class="mark">language'))).toEqual([])
      const own = pages.join('').match(/<bdi lang="(\w+)"/g) ?? []
      expect([...new Set(own)].filter((one) => !one.includes('"fr"'))).toEqual([])
    }
  })
})

describe('the page of all capabilities', () => {
  it('leads to each of them, and says in how many texts it is named as needed', () => {
    const html = tree('en')
    for (const { code } of CAPABILITIES) expect(html).toContain(`href="/en/capabilities/${code}"`)
    expect(plain(html)).toContain('Aviation 8 texts')
    expect(plain(tree('ru'))).toContain('Авиация 8 документов')
    expect(plain(html)).toContain('Each text counts once.')
  })

  it('shows what a search finds, with the wording that it met and where that stands', () => {
    const html = plain(tree('fr', '헬기'))
    expect(html).toContain('4 capacités trouvées')
    expect(html).toContain(
      'Unité d’hélicoptères polyvalents 다목적 헬기부대 Aviation · Unité d’hélicoptères',
    )
    expect(plain(tree('en', 'submarine'))).toContain('No capability has this name or code.')
  })

  it('keeps what was typed, and lets nothing of it become markup', () => {
    expect(tree('en', '"><b>')).toContain('value="&quot;&gt;&lt;b&gt;"')
  })
})

describe('the page of a capability', () => {
  it('tells the way down to it, and everything that it comprises', () => {
    const html = capability('en', 'aviation.helicopter')
    expect(plain(html)).toMatch(/Capabilities Aviation Helicopter unit/)
    expect(html).toContain('href="/en/capabilities/aviation.helicopter.armed"')
  })

  it('marks a recipe as an illustration of ours', () => {
    expect(plain(capability('en', 'aviation.uas'))).toContain('An illustration of ours')
    expect(plain(capability('en', 'aviation'))).not.toContain('An illustration of ours')
  })

  it('shows every size that was seen, with who says so', () => {
    const html = plain(capability('en', 'engineering.company'))
    expect(html).toContain('184 personnel')
    expect(html).toContain('260 troops')
    expect(html).toContain('englishworkvietnam.com')
    expect(html).toContain('no norm follows from it')
  })

  it('names the papers that ask for it, by date, and apart from them what was offered', () => {
    const html = plain(capability('en', 'aviation.helicopter'))
    expect(html).toContain('First named August 2017 Last named March 2022')
    const [asked, offered] = html.split('Named as offered') as [string, string]
    expect(asked).toContain('Critical shortage')
    expect(asked).not.toContain('Berlin')
    expect(offered).toContain('Air transport and helicopter units pledged at Berlin')
  })

  it('keeps the level of a hospital and a level of readiness apart', () => {
    const hospital = capability('en', 'medical.hospital.level2')
    expect(plain(hospital)).toContain('Level 2 hospital')
    expect(hospital).toMatch(/class="badge badge-outline" title="Readiness level 2 of the[^"]+"/)
    expect(plain(hospital)).toContain('PCRS 2')
    expect(capability('en', 'medical.hospital')).not.toContain('PCRS')
  })

  it('says under which categories of an edition it falls, and that this is our reading', () => {
    const html = plain(capability('en', 'aviation.medevac'))
    expect(html).toMatch(/Seoul 2021 Military and police capabilities Medical capabilities/)
    expect(html).toContain('our classification')
  })

  it('lets later features add their sections', () => {
    expect(capability('en', 'eod', 'Pledges of it')).toContain('Pledges of it')
    expect(paper('en', '2022-03', 'Answers to it')).toContain('Answers to it')
  })
})

describe('the page of all papers', () => {
  it('lists them newest first, with what each takes the place of', () => {
    const html = papers('en')
    const order = [...html.matchAll(/font-semibold" href="\/en\/requirements\/([\d-]+)"/g)]
    expect(order.map((match) => match[1])).toEqual(PAPERS.map(({ id }) => id).toReversed())
    expect(plain(html)).toContain('Takes the place of September 2021')
  })

  it('says where a paper is known and its content is not', () => {
    const may = plain(papers('en')).split('May 2017 Paper')[1]
    expect(may).toContain('Its content was not found in our sources.')
  })
})

describe('the page of a paper', () => {
  it('says everything that is known, and what is not stated', () => {
    const html = plain(paper('en', '2022-03'))
    expect(html).toContain('Utility helicopter units Utility helicopter unit our classification')
    expect(html).toContain('no quantity stated')
    expect(html).toContain('not stated')
    expect(html).toContain('Folketing, Parliament of Denmark')
  })

  it('has a place for each requirement that an address can name', () => {
    const html = paper('en', '2022-03')
    expect(html).toContain('id="utility-helicopters"')
    expect(new Set(html.match(/ id="[^"]+"/g)).size).toBe(html.match(/ id="[^"]+"/g)?.length)
  })

  it('says where types are not stated in public', () => {
    expect(plain(paper('en', '2025-03'))).toContain('types not stated in public')
    expect(plain(paper('en', '2017-08'))).toContain('Language needed · Français')
  })

  it('names a mission by its acronym, with its name', () => {
    expect(paper('en', '2017-11')).toMatch(/<abbr title="United Nations[^"]+Mali"><bdi>MINUSMA/)
  })

  it('tells a request to one State as what it is, by the name of that day', () => {
    const html = plain(paper('en', '2022-04'))
    expect(html).toContain('Addressed to · Bangladesh')
    expect(html).toContain('Request of the United Nations to one State')
    expect(html).toContain('1 unit')
  })

  it('counts what was offered as no need', () => {
    const html = plain(paper('en', '2025-06'))
    expect(html).toContain('What our sources tell of it names no need.')
    expect(html).toContain('these entries count nowhere as shortages')
    expect(html).not.toContain('How pressing')
  })
})

describe('the page of themes', () => {
  it('marks what is unofficial, and says once what all share', () => {
    const html = plain(themes('en'))
    expect(html).toContain('1. Collective coherence behind a political strategy as published')
    expect(html).toContain('7. Cooperation with host countries unofficial text')
    expect(html.match(/im-portal\.org/g)).toHaveLength(1)
    expect(plain(themes('fr'))).toContain('Cohérence collective')
    expect(plain(themes('zh'))).toContain('Collective coherence behind a political strategy')
  })
})

describe('the categories on the page of an edition', () => {
  it('show each number with what it counts, and those that disagree', () => {
    const html = plain(categories('en', 'berlin2025'))
    expect(html).toMatch(/53 States .* 88 units .* 39 States .* 81 units/)
    expect(plain(categories('en', 'newyork2015'))).toMatch(
      /about 40,000 troops and police .* over 40,000 troops and police .* about 30,000/,
    )
    expect(plain(categories('ru', 'seoul2021'))).toContain('36 государств')
  })

  it('say where no number was found, and that the mapping is ours', () => {
    const html = plain(categories('en', 'seoul2021'))
    expect(html).toContain('Technology none found')
    expect(html.match(/our classification/g)).toHaveLength(7)
  })
})
