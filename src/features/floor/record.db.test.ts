import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, LOADER } from '../../kernel/actor.ts'
import { SessionId } from '../../kernel/ids.ts'
import { addAccount } from '../../platform/accounts/tables.ts'
import { everything } from '../../platform/dataset/pages.ts'
import type { Perform } from '../../platform/feature.ts'
import { focalPoint, holder, party, person, SEOUL } from '../../testing/delegations/people.ts'
import { playing, settingsOf } from '../../testing/floor.ts'
import { type World, world } from '../../testing/world.ts'
import { prepareInvitations } from '../delegations/invitations/prepare.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { erasePerson } from '../delegations/participants/erase.commands.ts'
import { addMember, changeMember } from '../delegations/participants/member.commands.ts'
import { giveRole } from '../people/commands.ts'
import { KEEPER } from '../privacy/model.ts'
import { publishedProgramme } from '../programme/queries.ts'
import { lists } from './datasets/lists.datasets.ts'
import { published } from './datasets/published.ts'
import { printed, restoreList } from './datasets/restore.commands.ts'
import { speeches } from './datasets/speeches.datasets.ts'
import { amend, confirm, inscribe } from './deeds/asking.commands.ts'
import { eraseSpeaker, expire } from './deeds/erase.commands.ts'
import { declineExchange, offerExchange } from './deeds/exchange.commands.ts'
import * as run from './deeds/running.commands.ts'
import { open, setUp } from './deeds/settings.commands.ts'
import type { OfList } from './model.ts'
import { deedsOf, foldedOf, speakersOf } from './queries.ts'
import type { SpeechId } from './queue/deeds.ts'
import type { Settings } from './queue/settings.ts'

const LONGEST = 120_000
let here: World
let there: World
beforeAll(async () => {
  ;[here, there] = await Promise.all([world({ shipped: true }), world({ shipped: true })])
}, LONGEST)
afterAll(() => Promise.all([here.close(), there.close()]))

const desk = holder('floor-desk')
const host = holder('host-secretariat')
const WISH = { ...everything('2026-11-26'), language: 'en' } as const

/** The list of an announced session; each test takes another. */
async function list(slug: string, more: Partial<Settings> = {}): Promise<OfList> {
  const programme = await publishedProgramme(here.read, SEOUL)
  const found = programme?.sessions.find((one) => one.slug === slug)
  const at = { conference: SEOUL, session: SessionId.parse(found?.id) }
  await here.perform(desk, setUp, { ...at, settings: settingsOf(more) })
  return at
}
const asks = async (at: OfList, code: string, more: object = {}) =>
  String(
    (await here.perform(desk, inscribe, { ...at, party: code, ...more })).answer.speech,
  ) as SpeechId
const rowsOf = async ({ read }: World, of = lists) => await of.read(read, WISH)
const refusal = (deed: ReturnType<Perform>) =>
  deed.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const named = async (at: OfList, speech: SpeechId) =>
  (await speakersOf(here.read, at)).get(speech)?.content ?? null

describe('open data', () => {
  it('gives a list back, deed by deed, and says nothing that was between delegations', async () => {
    const at = await list('session-1')
    const [kenya, norway] = [
      await asks(at, 'KEN', { speaker: { name: 'Amina' }, onBehalfOf: 'A group' }),
      await asks(at, 'NOR', { speaker: { name: 'Zirconium', unpublished: true } }),
    ]
    const exchange = { ...at, from: kenya, to: norway }
    await here.perform(desk, offerExchange, exchange)
    await here.perform(desk, declineExchange, exchange)
    await here.perform(desk, confirm, { ...at, speech: kenya })
    await here.perform(desk, run.move, {
      ...{ ...at, speech: norway, to: 1, reason: 'protocol', note: 'Beryllium' },
    })
    await here.perform(desk, run.beginSession, at)
    await here.perform(desk, run.giveFloor, at)
    here.clock.advance({ seconds: 75 })
    await here.perform(desk, run.next, at)
    await here.perform(desk, run.undo, at)
    here.clock.advance({ seconds: 15 })
    await here.perform(desk, run.endFloor, at)
    expect(JSON.stringify(await rowsOf(here, speeches))).not.toContain('Amina')
    await here.perform(desk, run.giveFloor, at)
    const [whole, parts] = [await rowsOf(here), await rowsOf(here, speeches)]
    const inOrder = parts.toSorted((a, b) => Number(a.number) - Number(b.number))
    expect(inOrder.map((row) => [row.party, row.state, row.seconds, row.speaker])).toEqual([
      ['NOR', 'heard', 90, null],
      ['KEN', 'speaking', null, expect.objectContaining({ name: 'Amina' })],
    ])
    expect(JSON.stringify([whole, parts])).not.toMatch(/Zirconium|Beryllium|declined|confirm|undo/)

    const [deed] = lists.restore?.(whole[0] ?? {}, { speeches: parts }) ?? []
    const restore = () => there.perform(LOADER, restoreList, deed?.input)
    expect((await restore()).subject).toBe(`list-of-speakers/${at.session}`)
    expect([await rowsOf(there), await rowsOf(there, speeches)]).toEqual([whole, parts])
    expect((await restore()).subject).toBe(null)
    expect(await refusal(there.perform(desk, restoreList, deed?.input))).toBe(
      'platform.not-allowed',
    )
  })

  it('holds a list from when everybody may read it', async () => {
    const at = await list('session-2', { listed: 'after' })
    const stands = async () => (await rowsOf(here)).some(({ session }) => session === at.session)
    await here.perform(desk, run.beginSession, at)
    expect(await stands()).toBe(false)
    await here.perform(desk, run.adjourn, at)
    expect(await stands()).toBe(true)
  })

  it('takes a thousand deeds, and folds them in a blink', async () => {
    const at = await list('session-3').then(({ conference, session }) => ({ conference, session }))
    const played = playing(settingsOf({ again: true }))
    played.does({ what: 'begin-session' })
    for (let turn = 0; turn < 250; turn += 1) {
      const speech = played.asks(turn % 2 === 0 ? 'KEN' : 'NOR')
      played.does({ what: 'give-floor', speech, reason: null })
      played.waits(60)
      played.does({ what: 'end-floor' })
      played.waits(15)
      played.does({ what: 'set-limit', speech: played.asks('FJI'), seconds: 60, reason: 'other' })
      played.does({ what: 'withdraw', speech: played.floor.waiting[0]?.id as SpeechId })
    }
    const deeds = published(played.floor.standing).map(printed)
    await there.perform(LOADER, restoreList, { ...at, deeds, speakers: [] })
    const began = performance.now()
    const floor = await foldedOf(there.read, at)
    const took = performance.now() - began
    process.stdout.write(`${deeds.length} deeds read and folded in ${took.toFixed(0)} ms\n`)
    expect(deeds.length).toBeGreaterThan(1000)
    expect(floor).toEqual(played.floor)
    expect(took).toBeLessThan(500)
  })
})

describe('the names of speakers', () => {
  let at: OfList
  let participant: string
  const ghana: Actor = focalPoint('GHA')
  const about = { rank: 'minister', place: 'head' }
  beforeAll(async () => {
    at = await list('session-4')
    const of = { conference: SEOUL, parties: [party('GHA')], addressedTo: 'Permanent Mission' }
    await here.perform(host, prepareInvitations, of)
    const answer = { conference: SEOUL, party: 'GHA', mode: 'in-person', level: 'minister' }
    await here.perform(host, reply, answer)
    const member = { conference: SEOUL, party: 'GHA', submit: false, person: person('Ama', about) }
    participant = String((await here.perform(ghana, addMember, member)).answer.participant)
  }, LONGEST)

  it('are hidden when a person asks for it, and go when they are erased', async () => {
    const speech = await asks(at, 'GHA', { participant })
    expect((await named(at, speech))?.unpublished).toBe(false)
    const hidden = person('Ama', { ...about, unpublished: true })
    await here.perform(ghana, changeMember, { conference: SEOUL, participant, person: hidden })
    expect((await named(at, speech))?.unpublished).toBe(true)
    await here.perform(host, erasePerson, { conference: SEOUL, participant })
    expect(await named(at, speech)).toBe(null)
    expect((await speakersOf(here.read, at)).get(speech)?.participant).toBe(null)
    expect((await foldedOf(here.read, at))?.waiting.map((one) => one.party)).toEqual(['GHA'])
  })

  it('go when somebody who was named here alone asks for it, or when the record’s time is over', async () => {
    const speech = await asks(at, 'KEN', { speaker: { name: 'Amina' } })
    const norway = await asks(at, 'NOR', { speaker: { name: 'Kari' } })
    const of = { ...at, speech }
    expect(await refusal(here.perform(desk, eraseSpeaker, of))).toBe('platform.not-allowed')
    await here.perform(host, eraseSpeaker, of)
    expect((await here.perform(host, eraseSpeaker, of)).subject).toBe(null)
    expect([await named(at, speech), (await named(at, norway))?.name]).toEqual([null, 'Kari'])
    await here.perform(desk, run.move, { ...of, to: 1, reason: 'other', note: 'Amina asked' })
    await here.perform(KEEPER, expire, { conference: SEOUL })
    expect(await named(at, norway)).toBe(null)
    expect((await deedsOf(here.read, at)).filter(({ note }) => note !== null)).toEqual([])
    expect((await here.perform(KEEPER, expire, { conference: SEOUL })).subject).toBe(null)
  })

  it('change with the speaker, and the delegation keeps the time of its request', async () => {
    const speech = await asks(at, 'FJI', { speaker: { name: 'Sai' } })
    await here.perform(desk, amend, { ...at, speech, speaker: { name: 'Mere' }, language: 'fr' })
    expect((await named(at, speech))?.name).toBe('Mere')
  })
})

describe('a delegation', () => {
  it('that does not attend asks for the floor no longer', async () => {
    const at = await list('opening')
    await asks(at, 'BRA')
    await asks(at, 'BRA', { onBehalfOf: 'A group', way: 'written' })
    await asks(at, 'IND')
    const of = { conference: SEOUL, parties: [party('BRA')], addressedTo: 'Permanent Mission' }
    await here.perform(host, prepareInvitations, of)
    await here.perform(host, reply, { conference: SEOUL, party: 'BRA', mode: 'not-attending' })
    const floor = await foldedOf(here.read, at)
    expect([floor?.waiting, floor?.written, floor?.withdrawn].map((all) => all?.length)).toEqual([
      1, 0, 2,
    ])
  })

  it('is told at once that its request was received, and where it stands', async () => {
    const at = await list('closing')
    const id = '00000000-0000-4000-8000-000000000077'
    const address = 'mission@example.org'
    await here.database.write
      .transaction()
      .execute((db) => addAccount(db, { id, address, at: here.clock.now() }))
    await here.database.write
      .insertInto('person')
      .values({
        ...{ account: id, name: 'Mission', language: 'fr', zone: 'Asia/Kathmandu' },
        ...{ since: here.clock.now(), closedAt: null },
      })
      .execute()
    const role = { account: id, role: 'focal-point', conference: SEOUL, party: 'EGY' }
    await here.perform(host, giveRole, role)
    await here.perform(desk, open, at)
    await here.perform(focalPoint('EGY'), inscribe, { ...at, party: 'EGY' })
    const letters = (await here.letters())
      .filter((one) => one.address === address)
      .filter(({ kind }) => kind === 'floor.acknowledged')
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Liste des orateurs'),
    ])
    expect(letters[0]?.text).toContain('UTC+05:45')
  })
})
