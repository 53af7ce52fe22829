import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import { released } from '../../../testing/pledges/release.ts'
import { textIn } from '../../../testing/programme.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { draftPledge, withdrawPledge } from '../commands.ts'
import { announcePledges } from '../desk/announce.commands.ts'
import { acceptPledge } from '../desk/review.commands.ts'
import { reportReadiness } from '../history.commands.ts'
import { recordPledge } from '../keeping/record.commands.ts'
import { submitPledge } from '../writing/hand-in.commands.ts'

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const korea = who('korea', { role: 'focal-point', conference: 'seoul2021', party: 'KOR' })
const desk = who('desk', { role: 'un-secretariat', conference: '*' })
const loader = who('loader', { role: 'administrator', conference: '*' })

let here: World
let site: OpenSite
beforeAll(async () => {
  here = await world({ shipped: true })
  site = await openSite(here)
}, 60_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

const terms = (title: string, more: object = {}) => ({
  conference: 'seoul2021',
  title: textIn({ en: title }),
  summary: textIn({ en: `${title} for a mission` }),
  lead: 'KOR',
  shares: [
    { party: 'KOR', role: 'equipment', consent: 'given' },
    { party: 'NZL', role: 'transport', consent: 'named' },
  ],
  quantity: { kind: 'exact', value: 8765, unit: 'kit' },
  capabilities: ['cbrn.laboratory'],
  missions: ['UNMISS'],
  links: [{ kind: 'adds-detail', to: 'KOR-2021-01' }],
  ...more,
})

/** Every address that could tell of a pledge, and what it says. */
async function everythingOf(id: string, word: string): Promise<Record<string, string>> {
  const addresses = [
    `/en/pledges?q=${word}`,
    '/en/pledges?party=NZL',
    '/en/pledges?party=KOR&role=equipment&order=announced',
    '/en/pledges?capability=cbrn.laboratory&order=announced',
    '/en/pledges?edition=seoul2021&party=KOR&order=announced',
    '/en/pledges?mission=UNMISS&party=KOR',
    `/en/pledges/${id}`,
    `/en/pledges/${id}.json`,
    `/en/pledges/${id}-timeline.svg`,
    '/en/pledges/KOR-2021-01',
    '/en/pledges/KOR-2021-01.json',
    '/en/parties/KOR',
    '/en/parties/NZL',
    '/en/seoul2021',
  ]
  const bodies: Record<string, string> = {}
  for (const address of addresses) {
    const answer = await site.get(address)
    bodies[address] = `${answer.status} ${await answer.text()}`
  }
  return bodies
}
/** The addresses that name a pledge; where a search is for the word itself, its field and the languages repeat it. */
const telling = (bodies: Record<string, string>, id: string, word: string) =>
  Object.entries(bodies)
    .filter(([, body]) => {
      const said = body
        .replace(/<nav class="languages".*?<\/nav>/s, '')
        .replace(/<a class="way-in"[^>]*>/, '')
        .replaceAll(`value="${word}"`, '')
        .replaceAll(`<bdi>${word}</bdi>`, '')
      return said.includes(id) || said.includes(word)
    })
    .map(([address]) => address)

describe('a pledge under embargo', () => {
  const pledge = 'KOR-2021-77'
  const word = 'Zirconium'
  const told = async () => telling(await everythingOf(pledge, word), pledge, word)
  const countOfEdition = async () =>
    /class="figure-value"><a[^>]*edition=seoul2021[^>]*>(\d+)/.exec(
      await (await site.get('/en/seoul2021')).text(),
    )?.[1]

  it('is told of nowhere while it is a draft, handed in or accepted', async () => {
    await here.perform(korea, draftPledge, { pledge, terms: terms(word) })
    expect(await told()).toEqual([])
    await here.perform(korea, submitPledge, { pledge })
    expect(await told()).toEqual([])
    await here.perform(desk, acceptPledge, { pledge })
    expect(await told()).toEqual([])
    expect(await countOfEdition()).toBe('32')
  })

  it('offers nothing in the filters that only it would find', async () => {
    const page = await (await site.get('/en/pledges')).text()
    expect(page).toContain('<option value="KOR"')
    expect(page).not.toContain('<option value="NZL"')
  })

  it('is told of nowhere in the minute in which its announcement can be undone', async () => {
    const conference = 'seoul2021'
    await here.perform(desk, announcePledges, { conference, pledges: [pledge] })
    expect(await told()).toEqual([])
    expect(await countOfEdition()).toBe('32')
  })

  it('is there at once, everywhere, when that minute is over', async () => {
    const before = await everythingOf(pledge, word)
    await site.until('/en/pledges/KOR-2021-01', () => released(here, pledge), word)
    const addresses = Object.keys(before).filter((address) => address !== '/en/seoul2021')
    expect(await told()).toEqual(addresses)
    expect(await countOfEdition()).toBe('33')
  })

  it('stays in sight when it is withdrawn, and says so', async () => {
    await site.until(
      `/en/pledges/${pledge}`,
      () => here.perform(korea, withdrawPledge, { pledge, note: textIn({ en: 'Other plans' }) }),
      'This pledge was withdrawn',
    )
    const page = await (await site.get(`/en/pledges/${pledge}`)).text()
    expect(page).toContain('Other plans')
    expect(await told()).not.toEqual([])
  })

  it('that was withdrawn before it was announced is told of nowhere', async () => {
    const other = 'KOR-2021-78'
    await here.perform(korea, draftPledge, { pledge: other, terms: terms('Beryllium') })
    await here.perform(korea, withdrawPledge, { pledge: other, note: null })
    expect(telling(await everythingOf(other, 'Beryllium'), other, 'Beryllium')).toEqual([])
  })
})

describe('a pledge that is not for publication', () => {
  it('is told of nowhere, although it was announced', async () => {
    const entry = {
      id: 'KOR-2021-79',
      announcedOn: '2021-12-07',
      audience: 'parties',
      terms: terms('Cadmium'),
    }
    await here.perform(loader, recordPledge, entry)
    const hidden = await everythingOf(entry.id, 'Cadmium')
    expect(telling(hidden, entry.id, 'Cadmium')).toEqual([])
    await site.until(
      `/en/pledges/${entry.id}`,
      () => here.perform(loader, recordPledge, { ...entry, audience: 'public' }),
      'Cadmium',
    )
    await site.until(
      '/en/pledges?q=Cadmium',
      async () => undefined,
      'Cadmium for a mission'.slice(0, 7),
    )
    const open = await everythingOf(entry.id, 'Cadmium')
    expect(telling(open, entry.id, 'Cadmium').length).toBeGreaterThan(8)
  })
})

describe('a field that is meant for fewer', () => {
  const said = {
    quantity: { kind: 'exact', value: 8765, unit: 'kit' },
    missions: ['MINURSO'],
    beneficiaries: ['TUV'],
    conditions: [{ kind: 'budget', note: textIn({ en: 'Osmium' }) }],
    from: '2033-05',
    note: textIn({ en: 'Rhodium' }),
    words: 'Ruthenium',
    rotation: [
      { party: 'KOR', from: '2034-05', until: null },
      { party: 'NZL', from: '2035-05', until: null },
    ],
  }
  const SECRETS = /8,765|8765|MINURSO|TUV|Tuvalu|Osmium|Rhodium|Ruthenium|2033|2034|2035/
  const entry = (id: string, audiences: object) => ({
    id,
    announcedOn: '2021-12-07',
    terms: terms('Palladium', { ...said, audiences }),
  })
  const addresses = (id: string) => [
    `/en/pledges/${id}`,
    `/en/pledges/${id}.json`,
    `/en/pledges/${id}-timeline.svg`,
    `/en/pledges/${id}-timeline.csv`,
  ]
  const searches = [
    '/en/pledges?q=Rhodium',
    '/en/pledges?q=Ruthenium',
    '/en/pledges?mission=MINURSO',
    '/en/pledges?beneficiary=TUV',
    '/en/pledges?condition=budget',
    '/en/pledges?q=Palladium&quantity=exact',
  ]
  const bodyOf = async (address: string) => (await site.get(address)).text()

  it('is absent in page, JSON, picture and table, in every filter and for every word', async () => {
    const audiences = Object.fromEntries(Object.keys(said).map((field) => [field, 'parties']))
    const hidden = entry('KOR-2021-80', audiences)
    await here.perform(loader, recordPledge, hidden)
    for (const address of addresses(hidden.id)) {
      expect(await bodyOf(address), address).not.toMatch(SECRETS)
    }
    for (const address of searches) expect(await bodyOf(address)).not.toContain(hidden.id)
    expect(await bodyOf('/en/pledges?q=Palladium')).toContain(hidden.id)
    expect(await bodyOf('/en/parties/TUV')).not.toContain(hidden.id)
  })

  it('is there where it is meant for everybody', async () => {
    const open = entry('KOR-2021-81', {})
    await here.perform(loader, recordPledge, open)
    expect(await bodyOf(`/en/pledges/${open.id}`)).toMatch(SECRETS)
    expect(await bodyOf(`/en/pledges/${open.id}.json`)).toMatch(SECRETS)
    expect(await bodyOf(`/en/pledges/${open.id}-timeline.svg`)).toMatch(SECRETS)
    for (const address of searches) expect(await bodyOf(address), address).toContain(open.id)
    expect(await bodyOf('/en/parties/TUV')).toContain(open.id)
  })

  it('is not told of by a report that is meant for fewer either', async () => {
    const event = { level: '3', on: '2021-12-07', voice: 'pledger', source: null }
    await here.perform(korea, reportReadiness, { pledge: 'KOR-2021-81', event })
    expect(await bodyOf('/en/pledges/KOR-2021-81')).not.toContain('PCRS 3')
    expect(await bodyOf('/en/pledges?readiness=3')).not.toContain('KOR-2021-81')
    await site.until(
      '/en/pledges/KOR-2021-81',
      () =>
        here.perform(korea, reportReadiness, {
          pledge: 'KOR-2021-81',
          event: { ...event, audience: 'public' },
        }),
      'PCRS 3',
    )
    expect(await bodyOf('/en/pledges?readiness=3')).toContain('KOR-2021-81')
  })
})

describe('a pledge that its parties keep themselves', () => {
  it('holds as of today, until the day is over; another as of the day on which sources were read', async () => {
    const kept = async () => (await site.get('/en/pledges/KOR-2021-77')).text()
    const shipped = async () => (await site.get('/en/pledges/KOR-2021-01')).text()
    expect(await kept()).toContain('as of 7 December 2021')
    here.clock.turnTo('2021-12-08T00:00:01Z')
    expect(await kept()).toContain('as of 8 December 2021')
    expect(await shipped()).toContain('as of 6 February 2026')
  })
})

describe('an identifier that is no longer a pledge', () => {
  it('says so at its address, and why', async () => {
    const answer = await site.get('/fr/pledges/CHN-2016-01')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('N’est plus un engagement')
    expect(page).toContain('remerciements du Secrétaire général')
    expect((await site.get('/fr/pledges/CHN-2016-01.json')).status).toBe(404)
    expect((await site.get('/fr/pledges/CHN-2016-99')).status).toBe(404)
  })
})
