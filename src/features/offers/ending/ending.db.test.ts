import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { aPerson } from '../../../testing/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { makeOffer, renewOffer, withdrawOffer } from '../commands.ts'
import { REMINDER, remindOfEnd } from './commands.ts'

const conference = 'seoul2021'
const terms = {
  ...{ capability: 'medical', component: 'equipment', amount: 1, unit: 'hospital' },
  ...{ from: '2022-01-01', until: '2022-12-31', state: 'standing' },
}

let w: World
let kenya: Actor
let norway: Actor
beforeAll(async () => {
  w = await world({ shipped: true })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN', language: 'fr' })
  norway = await aPerson(w, { role: 'focal-point', party: 'NOR' })
}, 60_000)
afterAll(() => w.close())

const make = async (more: object = {}) =>
  String(
    (await w.perform(kenya, makeOffer, { conference, party: 'KEN', terms: { ...terms, ...more } }))
      .answer.offer,
  )
/** A morning comes, and with it the job; twice, as jobs may. */
async function morning(day: string): Promise<void> {
  w.clock.turnTo(`${day}T06:10:00Z`)
  const job = w.features.flatMap(({ jobs }) => jobs?.['offers.remind-ends'] ?? [])[0]
  for (const attempt of ['first', 'again']) {
    await job?.({ slot: `${w.clock.now()}` }, { ...w, key: `${day} ${attempt}` })
  }
}
const told = async ({ id }: Actor) =>
  w.read
    .selectFrom('notice')
    .select(['facts', 'at', 'mail'])
    .where('account', '=', id)
    .where('kind', '=', 'offers-ending')
    .orderBy('toldAt')
    .execute()

describe('a standing offer that runs out', () => {
  it('is told to its focal point thirty and seven days before, once each, by letter', async () => {
    const offer = await make()
    const at = `/${conference}/delegation/KEN/offers/${offer}`
    await morning('2022-11-30')
    expect(await told(kenya)).toEqual([])
    await morning('2022-12-01')
    const notice = { facts: { conference, day: '2022-12-31' }, at, mail: 'at-once' }
    expect(await told(kenya)).toEqual([notice])
    await morning('2022-12-02')
    expect(await told(kenya)).toHaveLength(1)
    await morning('2022-12-24')
    await morning('2022-12-25')
    expect(await told(kenya)).toEqual([notice, notice])
    await morning('2023-01-02')
    expect(await told(kenya)).toHaveLength(2)
    expect(await told(norway)).toEqual([])
  })

  it('is written of in the language of whoever reads it, by its last day and nothing of its content', async () => {
    const send = w.features.flatMap(({ jobs }) => jobs?.['notifications.send'] ?? [])[0]
    await send?.({ slot: `${w.clock.now()}` }, { ...w, key: w.newId() })
    const letters = (await w.letters()).filter(({ text }) => text?.includes('/KEN/offers/'))
    expect(letters.length).toBeGreaterThan(0)
    for (const { subject, text } of letters) {
      expect(subject).toContain('Offre permanente qui prend bientôt fin')
      expect(text?.replace(/\s/g, ' ')).toContain('Dernier jour : 31 décembre 2022')
      expect(text).not.toMatch(/hôpital|Santé/)
    }
  })

  it('is told anew once it was renewed, and no more once it was withdrawn', async () => {
    const before = (await told(kenya)).length
    const [renewed, withdrawn] = [await make(LATER), await make(LATER)]
    await w.perform(kenya, renewOffer, { conference, offer: renewed, until: '2024-12-31' })
    await w.perform(kenya, withdrawOffer, { conference, offer: withdrawn })
    await make({ ...LATER, state: 'announced' })
    await morning('2023-12-20')
    expect(await told(kenya)).toHaveLength(before)
    await morning('2024-12-05')
    expect(await told(kenya)).toHaveLength(before + 1)
  })

  it('is nobody’s to remind of but the program’s', async () => {
    const offer = await make({ from: '2026-01-01', until: '2026-12-31' })
    for (const actor of [kenya, norway]) {
      const deed = w.perform(actor, remindOfEnd, { conference, offer })
      await expect(deed).rejects.toMatchObject({ code: 'platform.not-allowed' })
    }
    expect((await w.perform(REMINDER, remindOfEnd, { conference, offer })).subject).toBeNull()
  })
})
const LATER = { from: '2023-02-01', until: '2023-12-31' }
