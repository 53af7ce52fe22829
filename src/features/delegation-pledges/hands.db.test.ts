import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Role } from '../../kernel/actor.ts'
import { announced } from '../../testing/pledges/release.ts'
import { textIn } from '../../testing/programme.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { draftPledge } from '../pledges/commands.ts'
import { acceptPledge } from '../pledges/desk/review.commands.ts'
import { submitPledge } from '../pledges/writing/hand-in.commands.ts'
import { writePledge } from '../pledges/writing/write.commands.ts'

const conference = 'seoul2021'
const pledge = 'KOR-2021-91'
const draft = 'KOR-2021-92'
const who = (role: Role, party?: string): Actor => ({
  ...{ kind: 'account', id: role, grants: [{ role, conference, ...(party && { party }) }] },
})
const korea = who('focal-point', 'KOR')
const desk = who('un-secretariat')

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, {
    authenticate: (request) => {
      const token = request.headers.get('authorization')?.replace('Bearer ', '')
      return [korea, desk].find(({ id }) => id === token) ?? ANONYMOUS
    },
  })
  const terms = (title: string) => ({
    ...{ conference, title: textIn({ en: title }), summary: textIn({ en: 'Smart camps' }) },
    ...{ lead: 'KOR', shares: [{ party: 'KOR', role: 'unit', consent: 'given' }] },
    quantity: { kind: 'about', value: 2, unit: 'unit' },
  })
  await w.perform(korea, draftPledge, { pledge, terms: terms('Smart camps') })
  await w.perform(korea, submitPledge, { pledge })
  await w.perform(desk, acceptPledge, { pledge })
  await announced(w, desk, pledge)
  await w.perform(korea, draftPledge, { pledge: draft, terms: terms('Smart camps, unheard of') })
  const sketch = { title: textIn({ en: 'Smarter camps' }) }
  await w.perform(korea, writePledge, { pledge, sketch })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const page = async (as: Actor, more = '') => {
  const path = `/en/${conference}/delegation/KOR/pledges/${pledge}${more}`
  const answer = await site.get(path, { Authorization: `Bearer ${as.id}` })
  return `${answer.status} ${await answer.text()}`
}

describe('what a delegation types of a pledge that was announced', () => {
  it('is its own: the secretariat sees neither it nor the drafts beside it', async () => {
    for (const more of ['', '/write']) {
      const [own, theirs] = [await page(korea, more), await page(desk, more)]
      expect(own).toContain('Smarter camps')
      expect(theirs).toMatch(/^200 /)
      expect(theirs).not.toContain('Smarter camps')
      expect(theirs).not.toContain('unheard of')
    }
  })

  it('is not overwritten by what the secretariat types for it', async () => {
    const form = await page(desk, '/write')
    expect(form).toMatch(/name="hand"[^>]*value="secretariat"|value="secretariat"[^>]*name="hand"/)
    const sketch = { title: textIn({ en: 'Corrected camps' }) }
    await w.perform(desk, writePledge, { pledge, hand: 'secretariat', sketch })
    expect(await page(desk)).toContain('Corrected camps')
    expect(await page(korea)).not.toContain('Corrected camps')
    expect(await page(korea)).toContain('Smarter camps')
  })
})
