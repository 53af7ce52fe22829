import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
import { datasetsOf } from '../../platform/dataset/registry.ts'
import { textIn } from '../../testing/programme.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { amendPledge, draftPledge, withdrawPledge } from '../pledges/commands.ts'
import { recordPledge } from '../pledges/keeping/record.commands.ts'
import { submitPledge } from '../pledges/writing/hand-in.commands.ts'

const korea: Actor = {
  kind: 'account',
  id: 'korea',
  grants: [{ role: 'focal-point', conference: '*', party: 'KOR' }],
}

/** Said by somebody, and not for everybody: none of it may stand in any file. */
const SECRETS = /Zirconium|Beryllium|Cadmium|Osmium|Rhodium|UNFICYP|8765|2033|KOR-2021-7[789]/

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w)
  await keepSecrets()
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
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
  quantity: { kind: 'exact', value: 12, unit: 'kit' },
  ...more,
})
const HIDDEN = {
  quantity: { kind: 'exact', value: 8765, unit: 'kit' },
  missions: ['UNFICYP'],
  conditions: [{ kind: 'budget', note: textIn({ en: 'Osmium' }) }],
  from: '2033-05',
  note: textIn({ en: 'Rhodium' }),
}
const FOR_FEWER = Object.fromEntries(Object.keys(HIDDEN).map((field) => [field, 'secretariat']))

/** Drafts, a pledge that is not for publication, and one whose hidden fields were open until it was amended. */
async function keepSecrets() {
  const perform = w.perform as (actor: Actor, command: object, input: unknown) => Promise<unknown>
  await perform(korea, draftPledge, { pledge: 'KOR-2021-77', terms: terms('Zirconium', HIDDEN) })
  await perform(korea, draftPledge, { pledge: 'KOR-2021-78', terms: terms('Beryllium') })
  await perform(korea, submitPledge, { pledge: 'KOR-2021-78' })
  const entry = { announcedOn: '2021-12-07', audience: 'public' }
  const kept = { ...entry, id: 'KOR-2021-79', audience: 'parties', terms: terms('Cadmium') }
  await perform(OPERATOR, recordPledge, kept)
  const links = [{ kind: 'adds-detail', to: 'KOR-2021-79' }]
  const before = terms('Palladium', { ...HIDDEN, links, partOf: 'KOR-2021-77' })
  await perform(OPERATOR, recordPledge, { ...entry, id: 'KOR-2021-80', terms: before })
  const change = { pledge: 'KOR-2021-80', why: textIn({ en: 'As agreed' }) }
  w.clock.advance({ hours: 48 })
  await perform(OPERATOR, amendPledge, { ...change, terms: { ...before, audiences: FOR_FEWER } })
  w.clock.advance({ hours: 48 })
  await perform(OPERATOR, withdrawPledge, { pledge: 'KOR-2021-80', note: textIn({ en: 'Over' }) })
}

const text = async (path: string) => {
  const answer = await site.get(path)
  return `${answer.status} ${await answer.text()}`
}

describe('what is meant for fewer', () => {
  it('stands in no dataset, on whatever day, however it is sorted', async () => {
    const datasets = [...datasetsOf(w.features).values()]
    expect(datasets.length).toBeGreaterThan(20)
    for (const { name, dated, sortable } of datasets) {
      const wishes = [
        ...['', ...sortable.map((column) => `?sort=-${column}`)],
        ...(dated ? ['?as_of=2021-12-07', '?as_of=2021-12-08', '?as_of=2021-12-10'] : []),
      ]
      for (const wish of wishes) {
        const body = await text(`/api/v1/${name}.ndjson${wish}`)
        expect(body.slice(0, 4), name).toBe('200 ')
        // The mission is there without a pledge.
        const said = name === 'missions' ? body.replaceAll('UNFICYP', '') : body
        expect(SECRETS.exec(said)?.[0], name + wish).toBeUndefined()
      }
    }
  })

  it('is found by no filter', async () => {
    const palladium = 'KOR-2021-80'
    expect(await text('/api/v1/pledges?party=NZL')).toContain(palladium)
    for (const filter of ['mission=UNFICYP', 'condition=budget']) {
      expect(await text(`/api/v1/pledges?${filter}`)).not.toContain(palladium)
    }
  })

  it('has no address of its own', async () => {
    for (const id of ['KOR-2021-77', 'KOR-2021-78', 'KOR-2021-79']) {
      expect((await site.get(`/api/v1/pledges/${id}`)).status, id).toBe(404)
      for (const parts of ['shares', 'deliveries', 'readiness', 'pledge-versions']) {
        const answer = await site.get(`/api/v1/${parts}?pledge=${id}`)
        expect([answer.status, (await answer.json()).total], id).toEqual([200, 0])
      }
    }
  })
})

describe('a pledge on a day', () => {
  it('is as it was worded, and stood, in the evening', async () => {
    const on = async (day: string) => {
      const answer = await site.get(`/api/v1/pledges/KOR-2021-80?as_of=${day}`)
      if (answer.status !== 200) return answer.status
      const { data } = await answer.json()
      return [data.version, data.state, data.withdrawal !== null]
    }
    const shares = await (await site.get('/api/v1/shares?pledge=KOR-2021-80')).json()
    expect(shares.data.map((share: { party: string }) => share.party)).toEqual(['KOR', 'NZL'])
    expect(await on('2021-12-06')).toBe(404)
    expect(await on('2021-12-07')).toEqual([1, 'announced', false])
    expect(await on('2021-12-09')).toEqual([2, 'announced', false])
    expect(await on('2021-12-11')).toEqual([2, 'withdrawn', true])
  })
})
