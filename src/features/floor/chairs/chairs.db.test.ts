import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../../kernel/actor.ts'
import { SessionId } from '../../../kernel/ids.ts'
import { holder, refusal, SEOUL } from '../../../testing/delegations/people.ts'
import { settingsOf } from '../../../testing/floor.ts'
import { textIn } from '../../../testing/programme.ts'
import { type World, world } from '../../../testing/world.ts'
import { endRole, invite } from '../../people/commands.ts'
import { addSession } from '../../programme/commands.ts'
import { beginSession, suspend } from '../deeds/running.commands.ts'
import { setUp } from '../deeds/settings.commands.ts'
import type { OfList } from '../model.ts'
import { endChair, nameChair } from './commands.ts'
import { chairsOf } from './queries.ts'

const host = holder('host-secretariat')
const desk = holder('floor-desk')

let here: World
let kenya: Person
let norway: Person
let delegate: Person
let translator: Person

interface Person {
  actor: Actor
  holding: string
}

beforeAll(async () => {
  here = await world({ shipped: true })
  kenya = await somebody('co-chair', 'KEN')
  norway = await somebody('co-chair', 'NOR')
  delegate = await somebody('delegate', 'KOR')
  translator = await somebody('translator', null)
}, 120_000)
afterAll(() => here.close())

/** Somebody with an account and a role. */
async function somebody(role: 'co-chair' | 'delegate' | 'translator', party: string | null) {
  const named = { address: `${role}-${party}@states.example`, name: `${role} ${party}` }
  const { answer } = await here.perform(OPERATOR, invite, {
    ...{ ...named, language: 'en', role, conference: SEOUL, party },
  })
  const grants = [{ role, conference: SEOUL, ...(party !== null && { party }) }]
  return {
    actor: { kind: 'account', id: String(answer.account), grants } as Actor,
    holding: String(answer.holding),
  }
}

let sessions = 0
/** A session in which the chair may do what the desk does. */
async function aList(): Promise<OfList> {
  sessions += 1
  const session = {
    ...{ slug: `chaired-${sessions}`, kind: 'plenary', title: textIn({ en: 'Plenary' }) },
    ...{ day: '2021-12-07', start: null, end: null },
  }
  const { answer } = await here.perform(host, addSession, { conference: SEOUL, session })
  const of = { conference: SEOUL, session: SessionId.parse(answer.session) }
  await here.perform(desk, setUp, { ...of, settings: settingsOf({ chairDecides: true }) })
  return of
}

const names = (of: OfList, { actor }: Person, by: Actor = host) =>
  here.perform(by, nameChair, { ...of, account: actor.id })
const begins = async (of: OfList, { actor }: Person) =>
  (await refusal(here.perform(actor, beginSession, of)))?.[0] ?? 'done'

describe('whoever presides over a session', () => {
  it('is every co-chair of the conference, while nobody is named for it', async () => {
    expect(await begins(await aList(), kenya)).toBe('done')
    expect(await begins(await aList(), norway)).toBe('done')
    expect(await begins(await aList(), delegate)).toBe('platform.not-allowed')
  })

  it('is whoever was named for it and nobody else, and that in this session alone', async () => {
    const [first, second] = [await aList(), await aList()]
    await names(first, norway)
    expect(await begins(first, kenya)).toBe('platform.not-allowed')
    expect(await begins(first, norway)).toBe('done')
    expect(await begins(second, kenya)).toBe('done')
  })

  it('may be a delegate, who then runs no other session, and several people', async () => {
    const [first, second] = [await aList(), await aList()]
    await names(first, delegate)
    await names(first, kenya)
    expect(await begins(second, delegate)).toBe('platform.not-allowed')
    expect(await begins(first, delegate)).toBe('done')
    await here.perform(kenya.actor, suspend, first)
    expect((await chairsOf(here.read, first)).toSorted()).toEqual(
      [delegate, kenya].map(({ actor }) => actor.id).toSorted(),
    )
  })

  it('is named and taken off by the secretariat, once, and told by letter once', async () => {
    const of = await aList()
    for (const by of [desk, kenya.actor, delegate.actor]) {
      expect(await refusal(names(of, kenya, by))).toEqual(['platform.not-allowed', 403])
    }
    const before = (await lettersTo('co-chair-ken@states.example')).length
    await names(of, kenya)
    expect((await names(of, kenya)).subject).toBeNull()
    const letters = await lettersTo('co-chair-ken@states.example')
    expect(letters.length).toBe(before + 1)
    const input = { ...of, account: kenya.actor.id }
    expect(await refusal(here.perform(desk, endChair, input))).toEqual([
      'platform.not-allowed',
      403,
    ])
    await here.perform(host, endChair, input)
    expect((await here.perform(host, endChair, input)).subject).toBeNull()
    expect(await chairsOf(here.read, of)).toEqual([])
  })

  it('holds a role at the conference: whoever has none, or ended it, presides over nothing', async () => {
    const of = await aList()
    const code = async (person: Person) => (await refusal(names(of, person)))?.[0]
    expect(await code(translator)).toBe('floor.unknown-chair')
    const nobody = { ...kenya, actor: { ...kenya.actor, id: here.newId() } }
    expect(await code(nobody)).toBe('floor.unknown-chair')
    const elsewhere = { ...of, session: SessionId.parse(here.newId()) }
    expect((await refusal(names(elsewhere, kenya)))?.[0]).toBe('floor.unknown-session')
    const leaving = await somebody('delegate', 'NOR')
    await names(of, leaving)
    await here.perform(OPERATOR, endRole, { holding: leaving.holding })
    expect(await begins(of, { ...leaving, actor: { ...leaving.actor, grants: [] } })).toBe(
      'platform.not-allowed',
    )
  })
})

const lettersTo = async (address: string) =>
  (await here.letters()).filter(
    (letter) => letter.address === address && letter.kind === 'floor.chair',
  )
