import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { shippedFacts } from '../../testing/record.ts'
import { shippedOutcome } from '../../testing/shipped/outcome.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { world } from '../../testing/world.ts'
import { amendPledge } from '../pledges/commands.ts'
import { reportDelivery } from '../pledges/history.commands.ts'
import { PledgeId } from '../pledges/model.ts'
import { recordOf } from '../pledges/queries.ts'
import { outcomeOf } from './queries.ts'
import { reportOf } from './report.print.ts'

const here = await world({ shipped: true })
const { database, perform, clock } = here
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
const EDITIONS = shippedFacts().editions.map(({ outline }) => outline.id)
const seoul = ConferenceId.parse('seoul2021')
const read = async (id: ConferenceId, today = '2026-06-01') => {
  const outcome = await outcomeOf(database.read, id, today)
  if (!outcome) throw new RangeError(`Nothing is known of ${id}`)
  return outcome
}

describe('what a report tells', () => {
  it('is what ships, for every edition with pledges', async () => {
    expect(EDITIONS).toHaveLength(8)
    for (const id of EDITIONS) {
      expect(reportOf('en', await read(id))).toEqual(reportOf('en', shippedOutcome(id)))
    }
  })

  it('is nothing where nothing of our sample was announced', async () => {
    expect(await outcomeOf(database.read, ConferenceId.parse('paris2016'), '2026-06-01')).toBeNull()
    expect(
      await outcomeOf(database.read, ConferenceId.parse('nowhere2030'), '2026-06-01'),
    ).toBeNull()
  })

  it('holds nothing that is meant for fewer readers', async () => {
    const pledge = PledgeId.parse('KOR-2021-09')
    const { terms } = (await recordOf(database.write, pledge)) ?? {}
    clock.turnTo('2026-03-01T12:00:00Z')
    await perform(SECRETARIAT, amendPledge, {
      pledge,
      terms: {
        ...terms,
        quantity: { kind: 'exact', value: 777, unit: 'kit' },
        audiences: { quantity: 'secretariat' },
      },
      why: { original: 'en', in: { en: { value: 'Now stated', status: 'unofficial' } } },
    })
    await perform(SECRETARIAT, reportDelivery, {
      pledge,
      event: {
        stage: 'delivered',
        on: '2026-01-15',
        voice: 'secretariat',
        source: null,
        audience: 'parties',
      },
    })
    const outcome = await read(seoul)
    const seen = outcome.pledges.find(({ entry }) => entry.id === pledge)
    expect(seen?.terms.quantity).toEqual({ kind: 'none' })
    expect(seen?.delivery.map(({ stage }) => stage)).not.toContain('delivered')
    expect(JSON.stringify(reportOf('en', outcome))).not.toContain('777')
  })

  it('follows what is reported', async () => {
    const pledge = PledgeId.parse('KOR-2021-06')
    await perform(SECRETARIAT, reportDelivery, {
      pledge,
      event: { stage: 'delivered', on: '2026-01-15', voice: 'secretariat', source: null },
    })
    const said = JSON.stringify(reportOf('en', await read(seoul)))
    expect(said).toContain('15\u00A0January\u00A02026')
  })
})

describe('the address of a report', () => {
  it('gives a PDF in the language that it names, by a name of its own', async () => {
    for (const language of ['en', 'ar'] as const) {
      const answer = await site.get(`/${language}/london2016/outcome.pdf`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('content-disposition')).toContain(
        `london2016-outcome-${language}.pdf`,
      )
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  })

  it('leads nowhere where there is nothing to report', async () => {
    for (const id of ['paris2016', 'nowhere2030']) {
      expect((await site.get(`/en/${id}/outcome.pdf`)).status).toBe(404)
    }
  })

  it('stands on the page of its conference, and of no other', async () => {
    for (const id of EDITIONS) {
      expect(await (await site.get(`/ru/${id}`)).text()).toContain(`href="/ru/${id}/outcome.pdf"`)
    }
    for (const id of ['paris2016', 'dhaka2017']) {
      expect(await (await site.get(`/ru/${id}`)).text()).not.toContain('outcome.pdf')
    }
  })
})
