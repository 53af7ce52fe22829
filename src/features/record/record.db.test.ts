import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, LOADER } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { world } from '../../testing/world.ts'
import { amendPledge } from '../pledges/commands.ts'
import { reportDelivery } from '../pledges/history.commands.ts'
import { PledgeId } from '../pledges/model.ts'
import { recordOf } from '../pledges/queries.ts'
import { atAge } from './count/ages.ts'
import { chainsAmong } from './count/chains.ts'
import { count } from './count/count.ts'
import { filtered } from './count/filter.ts'
import { recordFacts, stateCodes } from './facts.queries.ts'
import { ledgerOf } from './queries.ts'

const here = await world({ shipped: true })
const { database, features, perform, clock } = here
let site: OpenSite
beforeAll(async () => {
  site = await openSite(here)
}, 60_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

const SECRETARIAT: Actor = {
  kind: 'account',
  id: 'secretariat',
  grants: [{ role: 'un-secretariat', conference: '*' }],
}
const entries = async () => (await ledgerOf(database.read)).entries
const text = async (address: string) => (await site.get(address)).text()

describe('the ledger', () => {
  it('holds every listed pledge, in the order of identifiers', async () => {
    const rows = await database.read
      .selectFrom('pledge')
      .select('id')
      .where('listed', '=', true)
      .execute()
    const ids = (await entries()).map(({ id }) => id)
    expect(ids).toEqual(rows.map(({ id }) => id).toSorted())
    expect(ids).toHaveLength(258)
  })

  it('is the same object while nothing has changed, and reads only what has', async () => {
    const before = await ledgerOf(database.read)
    expect(await ledgerOf(database.read)).toBe(before)
    const pledge = PledgeId.parse('PHL-2025-01')
    clock.turnTo('2026-03-01T00:00:00Z')
    await perform(SECRETARIAT, reportDelivery, {
      pledge,
      event: {
        stage: 'delivered',
        on: '2025-06-01',
        voice: 'secretariat',
        source: { publisher: 'Tests', url: 'https://example.org/', date: null, grade: 'A' },
      },
    })
    const after = await ledgerOf(database.read)
    expect(after).not.toBe(before)
    expect(after.entries.find(({ id }) => id === pledge)?.reports.at(-1)?.stage).toBe('delivered')
    const same = after.entries.filter((entry, i) => entry === before.entries[i])
    expect(same).toHaveLength(257)
  })

  it('is read once, however many ask at the same time', async () => {
    await perform(SECRETARIAT, reportDelivery, {
      pledge: PledgeId.parse('PHL-2025-01'),
      event: { stage: 'suspended', on: '2025-07-01', voice: 'secretariat', source: null },
    })
    const asked = await Promise.all(Array.from({ length: 5 }, () => ledgerOf(database.read)))
    expect(new Set(asked).size).toBe(1)
  })

  it('takes out what is no longer listed, and puts it back in its place', async () => {
    const all = await entries()
    const before = all.map(({ id }) => id)
    const led = new Set(all.filter(({ lead }) => lead === 'GHA').map(({ id }) => id))
    const listed = (audience: string) =>
      database.write.transaction().execute(async (db) => {
        const { change } = await db
          .updateTable('pledgeLedger')
          .set(({ eb }) => ({ change: eb('change', '+', 1) }))
          .returning('change')
          .executeTakeFirstOrThrow()
        const row = { audience: audience as 'public', change }
        await db
          .updateTable('pledge')
          .set(row)
          .where('lead', '=', 'GHA' as never)
          .execute()
      })
    await listed('secretariat')
    const without = (await entries()).map(({ id }) => id)
    expect(without).toEqual(before.filter((id) => !led.has(id)))
    expect(without.length).toBeLessThan(before.length)
    await listed('public')
    expect((await entries()).map(({ id }) => id)).toEqual(before)
  })

  it('knows how a pledge was worded on a day before it was amended', async () => {
    const pledge = PledgeId.parse('IND-2025-01')
    const { terms } = (await recordOf(database.write, pledge)) ?? {}
    clock.turnTo('2026-04-01T12:00:00Z')
    await perform(SECRETARIAT, amendPledge, {
      pledge,
      terms: { ...terms, quantity: { kind: 'exact', value: 3, unit: 'company' } },
      why: { original: 'en', in: { en: { value: 'More of it', status: 'unofficial' } } },
    })
    const all = await entries()
    const companies = (on?: string) =>
      count(
        filtered(all, { party: 'IND' as never, edition: 'berlin2025' as never, on }),
        'quantities',
        () => true,
      ).sums.find(({ measure }) => measure === 'company')?.bounds.low ?? 0
    expect(companies() - companies('2026-03-31')).toBe(3 - firstOf(terms?.quantity))
  })
})

const firstOf = (quantity: unknown) =>
  (quantity as { unit?: string }).unit === 'company' ? (quantity as { value: number }).value : 0

describe('a scholar can answer', () => {
  it('which pledges were announced at more than one edition', async () => {
    const chains = chainsAmong(await entries()).map(({ steps }) =>
      steps.map(({ entry, how }) => `${entry.id} ${how}`),
    )
    expect(chains).toContainEqual(['CAN-2017-03 first', 'CAN-2023-03 renews', 'CAN-2025-02 renews'])
    expect(chains).toContainEqual(['NPL-2019-06 first', 'NPL-2023-01 re-announces'])
  })

  it('what of each edition is known to be delivered after two years, of how many, and for how many nothing was found', async () => {
    const facts = await recordFacts(database.read)
    const after = facts?.editions.map(({ outline, entries: own }) => {
      const { pledges, judged, by, tooYoung } = atAge(own, 24, '2026-02-06')
      return [
        outline.id,
        pledges,
        judged,
        by.delivered.length,
        by['nothing-found'].length,
        tooYoung,
      ]
    })
    expect(after).toEqual([
      ['newyork2014', 3, 1, 0, 2, 0],
      ['newyork2015', 65, 22, 1, 43, 0],
      ['london2016', 6, 2, 2, 4, 0],
      ['vancouver2017', 16, 9, 5, 7, 0],
      ['newyork2019', 29, 5, 1, 24, 0],
      ['seoul2021', 32, 9, 3, 23, 0],
      ['accra2023', 35, 4, 0, 31, 0],
      ['berlin2025', 0, 0, 0, 0, 57],
    ])
  })
})

describe('the pages of the record', () => {
  it.each(LANGUAGES)(
    'are readable in %s, with every number a link to what stands behind it',
    async (language) => {
      for (const page of [
        '',
        '/ages',
        '/published',
        '/rules',
        '/count?rule=money&edition=berlin2025',
      ]) {
        const response = await site.get(`/${language}/record${page}`)
        expect(response.status, page).toBe(200)
        const html = await response.text()
        expect(html).not.toMatch(/undefined|NaN|\[object/)
      }
      expect(await text(`/${language}/record`)).toContain(`/${language}/record/count?rule=states`)
    },
  )

  it('open a number with the rule, the list and what was left out', async () => {
    const html = await text('/en/record/count?rule=pledges')
    expect(html).toContain('/en/pledges/AUS-2015-01')
    expect(html).toContain('announced before; the same pledge adds nothing')
    expect(html).toContain('NPL-2023-01')
  })

  it('count what they say: the number on the page is the number of the engine', async () => {
    const states = await stateCodes(database.read)
    const { number } = count(
      filtered(await entries(), { edition: 'seoul2021' as never }),
      'states',
      (code) => states.has(code),
    )
    expect(await text('/en/record/count?rule=states&edition=seoul2021')).toContain(
      `<p class="figure-value">${number}</p>`,
    )
  })

  it('take a wish that makes no sense as none', async () => {
    const response = await site.get('/en/record/count?rule=nonsense&edition=../x&page=-1&on=never')
    expect(response.status).toBe(200)
    const first = await text('/en/record')
    expect(await text('/en/record?page=never')).toBe(first)
    expect(first).toContain('CAN-2017-03')
    expect(await text('/en/record?page=2')).not.toContain('CAN-2017-03')
  })

  it('show an edition its own numbers on the page of its conference', async () => {
    expect(await text('/en/seoul2021')).toContain(
      '/en/record/count?rule=pledges&amp;edition=seoul2021',
    )
  })
})

describe('what is not public', () => {
  it('is in no count', async () => {
    const before = (await entries()).length
    const draft = (await recordOf(database.write, PledgeId.parse('KOR-2021-01')))?.terms
    await perform(
      LOADER,
      features
        .flatMap((one) => one.commands ?? [])
        .find(({ name }) => name === 'pledges.record') as never,
      {
        id: 'KOR-2021-77',
        announcedOn: '2021-12-07',
        audience: 'secretariat',
        terms: draft,
      },
    )
    expect((await entries()).length).toBe(before)
    expect(await text('/en/record/count?rule=pledges&edition=seoul2021')).not.toContain(
      'KOR-2021-77',
    )
  })
})
