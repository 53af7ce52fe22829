import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { aPerson, nobodyNow } from '../../testing/people.ts'
import { textIn } from '../../testing/programme.ts'
import { text } from '../../testing/sessions.ts'
import { type World, world } from '../../testing/world.ts'
import { reportError } from '../followup/replies/errors.commands.ts'
import { chooseSession } from '../own-programme/commands.ts'
import { closeAccount } from '../people/account.commands.ts'
import { announcePledges, RELEASE, releasePledges } from '../pledges/desk/announce.commands.ts'
import { acceptPledge, returnPledge } from '../pledges/desk/review.commands.ts'
import { beginPledge } from '../pledges/writing/begin.commands.ts'
import { submitPledge } from '../pledges/writing/hand-in.commands.ts'
import { invitePartners } from '../pledges/writing/partners.commands.ts'
import { writePledge } from '../pledges/writing/write.commands.ts'
import { moveSession } from '../programme/commands.ts'
import { draftOf } from '../programme/queries.ts'
import { release } from '../programme/release.commands.ts'
import { choosing, readAll, readNotice } from './commands.ts'
import { KINDS } from './kinds/all.notices.ts'
import { forgetNotices } from './letters/send.commands.ts'
import { TELLER } from './model.ts'
import { unreadOf } from './queries.ts'

const SEOUL = 'seoul2021'
const choose = choosing(KINDS)

let w: World
let korea: Actor
let kenya: Actor
let desk: Actor
let delegate: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  await aPerson(w, { role: 'administrator', conference: '*' })
  korea = await aPerson(w, { role: 'focal-point', party: 'KOR', language: 'ko', name: '김하나' })
  kenya = await aPerson(w, { role: 'focal-point', party: 'KEN', language: 'fr' })
  desk = await aPerson(w, { role: 'un-secretariat', language: 'ar' })
  delegate = await aPerson(w, { role: 'delegate', party: 'KEN' })
}, 60_000)
afterAll(() => w.close())
beforeEach(async () => {
  w.clock.turnTo(w.clock.now().add({ hours: 48 }))
  for (const who of [korea, kenya, desk, delegate]) await does(who, readAll, {})
  await letters()
})

const does = (actor: Actor, command: AnyCommand, input: unknown) => w.perform(actor, command, input)
const told = async ({ id }: Actor) =>
  w.read
    .selectFrom('notice')
    .select(['id', 'kind', 'at', 'facts', 'about', 'mail', 'due'])
    .where('account', '=', id)
    .where('readAt', 'is', null)
    .orderBy('toldAt')
    .orderBy('id')
    .execute()
const kindsTold = async (who: Actor) => (await told(who)).map(({ kind }) => kind)
const wants = (who: Actor, ways: Record<string, string>, hour = 8) =>
  does(who, choose, { hour, ways })

/** Lets the clock come by, as the schedule does each minute, and answers the letters that were kept since. */
async function letters(at?: string) {
  if (at) w.clock.turnTo(at)
  const kept = await w.read.selectFrom('mail').select('id').execute()
  const before = new Set(kept.map(({ id }) => id))
  const send = w.features.flatMap(({ jobs }) => jobs?.['notifications.send'] ?? [])[0]
  const world = { read: w.read, perform: w.perform, key: 'k' }
  await send?.({ slot: w.clock.now().toString() }, world)
  return (await w.letters()).filter(({ id }) => !before.has(id))
}

let begun = 0
/** A pledge of Korea with Kenya, handed in. */
async function handedIn({ submit = true } = {}): Promise<string> {
  begun += 1
  const title = textIn({ ko: `비밀 헬기 ${begun}` })
  const { answer } = await does(korea, beginPledge, { conference: SEOUL, party: 'KOR', title })
  const pledge = String(answer.pledge)
  await does(korea, writePledge, {
    pledge,
    sketch: {
      title,
      summary: textIn({ ko: '아직 공개되지 않은 내용.' }),
      own: [{ role: 'equipment', quantity: { value: '16', unit: 'helicopter' } }],
      partners: [{ party: 'KEN', role: 'unit', quantity: { value: '1', unit: 'unit' } }],
      capabilities: ['aviation'],
      quantity: { kind: 'about', value: '16', unit: 'helicopter' },
    },
  })
  if (submit) await does(korea, submitPledge, { pledge })
  return pledge
}

describe('a deed', () => {
  it('tells those whom it concerns, and nobody else, not even whoever did it', async () => {
    const pledge = await handedIn()
    expect(await kindsTold(desk)).toEqual(['pledges-submitted'])
    expect(await kindsTold(korea)).toEqual([])
    expect(await kindsTold(kenya)).toEqual([])
    await does(desk, returnPledge, { pledge, note: text('A number is missing') })
    expect(await told(korea)).toMatchObject([
      {
        kind: 'pledges-returned',
        about: `pledge/${pledge}`,
        at: `/${SEOUL}/delegation/KOR/pledges/${pledge}`,
        facts: { conference: SEOUL, pledge, party: 'KOR' },
      },
    ])
    expect(await kindsTold(kenya)).toEqual([])
  })

  it('names what it is about, and keeps nothing of its content', async () => {
    await handedIn()
    const { rows } = await sql<{
      all: string
    }>`select string_agg(n::text, ' ') as all from notice n`.execute(w.read)
    expect(rows[0]?.all).not.toMatch(/비밀|공개되지|helicopter|헬기/)
  })

  it('that is undone in the same moment tells nobody', async () => {
    const pledge = await handedIn()
    await does(desk, acceptPledge, { pledge })
    const before = await told(kenya)
    await does(desk, announcePledges, { conference: SEOUL, pledges: [pledge] })
    expect(await told(kenya)).toEqual(before)
    w.clock.turnTo(w.clock.now().add({ seconds: 60 }))
    const at = w.clock.now().toString()
    await does(RELEASE, releasePledges, { pledges: [pledge], at })
    expect((await told(kenya)).map(({ kind, at }) => [kind, at])).toEqual([
      ['pledges-announced', `/pledges/${pledge}`],
    ])
  })

  it('tells of a release by the session that one has chosen, else by the release', async () => {
    const [session] = (await draftOf(w.read, SEOUL)).filter(({ slug }) => slug === 'session-1')
    if (!session) throw new Error('There is no session-1')
    const { id, day, latestDay, room } = session
    await does(delegate, chooseSession, { conference: SEOUL, session: id })
    const to = { day, latestDay, room, start: '20:15', end: '21:30' }
    await does(OPERATOR, moveSession, { conference: SEOUL, session: id, to })
    await does(OPERATOR, release, { conference: SEOUL, note: text('Later') })
    expect(await told(delegate)).toMatchObject([
      { kind: 'own-programme-changed', facts: { sessions: [id] }, at: `/${SEOUL}/mine` },
    ])
    expect(await kindsTold(kenya)).toEqual(['programme-released'])
    const [mine] = await letters()
    expect(mine).toMatchObject({ kind: 'notifications.own-programme-changed' })
    expect(mine?.text).toContain('Session I: Sustaining peace')
  })
})

describe('what somebody chooses', () => {
  it('is off, here, once a day or at once, kind by kind', async () => {
    const due = async (way: string) => {
      await wants(desk, { 'pledges-submitted': way })
      await handedIn()
      const [last] = (await told(desk)).toReversed()
      await does(desk, readAll, {})
      return last && [last.mail, last.due?.toString() ?? null]
    }
    const now = w.clock.now()
    expect(await due('off')).toBeUndefined()
    expect(await due('product')).toEqual([null, null])
    expect(await due('at-once')).toEqual(['at-once', now.toString()])
    const [mail, digest] = (await due('digest')) ?? []
    expect([mail, digest?.slice(11)]).toEqual(['digest', '08:00:00Z'])
  })

  it('cannot switch off what awaits an answer', async () => {
    await expect(wants(korea, { 'pledges-returned': 'off' })).rejects.toThrow(
      'notifications.stays-on',
    )
    await expect(wants(korea, { 'no-such': 'off' })).rejects.toThrow('notifications.unknown-kind')
    await expect(wants(ANONYMOUS, {})).rejects.toThrow('platform.not-allowed')
  })

  it('also decides about the letters that features write themselves', async () => {
    const answers: (string | undefined)[] = []
    for (const way of ['at-once', 'product'] as const) {
      await wants(kenya, { 'pledges-invited': way })
      const pledge = await handedIn({ submit: false })
      await does(korea, invitePartners, { pledge })
      const [letter] = await letters()
      answers.push(letter?.kind)
      expect((await kindsTold(kenya)).at(-1)).toBe('pledges-invited')
      if (letter) expect(letter.unsubscribe).toMatch(/^http:\/\/plenum\.test\/fr\/notices\/stop\//)
    }
    expect(answers).toEqual(['pledges.invitation', undefined])
  })
})

describe('a letter', () => {
  it('at once tells of one kind together, in its reader’s language and time', async () => {
    await wants(desk, { 'pledges-submitted': 'at-once' })
    const ids = [await handedIn(), await handedIn()]
    const [letter, ...others] = await letters()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ kind: 'notifications.pledges-submitted', language: 'ar' })
    for (const id of ids) expect(letter?.text).toContain(`\u2068${id}\u2069`)
    expect(letter?.text).toContain(`http://plenum.test/ar/${SEOUL}/desk/pledges/${ids[0]}`)
    expect(letter?.text).not.toMatch(/비밀|헬기/)
    expect(letter?.subject).not.toMatch(/비밀|헬기/)
    expect(await letters()).toEqual([])
  })

  it('of the day gathers what was told since, at the hour of its reader', async () => {
    await wants(desk, { 'pledges-submitted': 'digest', 'pledges-remarked': 'digest' }, 17)
    const day = w.clock.now().toZonedDateTimeISO('UTC').startOfDay().add({ days: 2 })
    w.clock.turnTo(day.add({ hours: 9 }).toInstant())
    await handedIn()
    await handedIn()
    expect(await letters(day.add({ hours: 16, minutes: 59 }).toInstant().toString())).toEqual([])
    const [letter, ...others] = await letters(day.add({ hours: 17 }).toInstant().toString())
    expect(others).toEqual([])
    expect(letter?.kind).toBe('notifications.digest')
    expect(letter?.subject).toBe('إشعاران')
    await handedIn()
    expect(await letters(day.add({ hours: 23 }).toInstant().toString())).toEqual([])
  })

  it('does not tell again what was read meanwhile', async () => {
    await wants(desk, { 'pledges-submitted': 'digest' })
    await handedIn()
    const [notice] = await told(desk)
    await does(desk, readNotice, { notice: notice?.id })
    w.clock.turnTo(w.clock.now().add({ hours: 30 }))
    expect(await letters()).toEqual([])
  })

  it('does not go to somebody whose role has ended, nor to a closed account', async () => {
    const leaving = await aPerson(w, { role: 'un-secretariat' })
    const closed = await aPerson(w, { role: 'un-secretariat' })
    for (const who of [leaving, closed]) await wants(who, { 'pledges-submitted': 'at-once' })
    await handedIn()
    expect(await kindsTold(leaving)).toContain('pledges-submitted')
    await nobodyNow(w, leaving)
    await does(OPERATOR, closeAccount, { account: closed.id })
    const kinds = (await letters()).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.includes('pledges'))).toEqual([])
  })

  it('goes once, also where the clock comes twice', async () => {
    await wants(desk, { 'pledges-submitted': 'at-once' })
    await handedIn()
    const both = await Promise.all([letters(), letters()])
    expect(new Set(both.flat().map(({ id }) => id)).size).toBe(1)
  })
})

describe('a notice', () => {
  it('is marked as read by its reader alone', async () => {
    await handedIn()
    const [notice] = await told(desk)
    expect(await unreadOf(w.read, desk.id)).toBe(1)
    await expect(does(kenya, readNotice, { notice: notice?.id })).rejects.toThrow(
      'platform.not-allowed',
    )
    await does(desk, readNotice, { notice: notice?.id })
    expect(await unreadOf(w.read, desk.id)).toBe(0)
    expect((await does(desk, readNotice, { notice: notice?.id })).subject).toBeNull()
  })

  it('of an error goes to those who may settle it', async () => {
    const everywhere = await aPerson(w, { role: 'un-secretariat', conference: '*' })
    await does(ANONYMOUS, reportError, { about: '/pledges/KOR-2021-01', words: 'A wrong number' })
    expect(await kindsTold(everywhere)).toContain('followup-error-reported')
    expect(await kindsTold(desk)).toContain('followup-error-reported')
    const told = (await w.read.selectFrom('notice').selectAll().execute()).length
    await does(ANONYMOUS, reportError, { about: '/codebook', words: 'A wrong word' })
    const more = await w.read.selectFrom('notice').select('account').orderBy('id').execute()
    expect(more.length).toBeGreaterThan(told)
    expect(await kindsTold(kenya)).not.toContain('followup-error-reported')
  })

  it('is forgotten half a year after it was read', async () => {
    await handedIn()
    await handedIn()
    const [first, second] = await told(desk)
    await does(desk, readNotice, { notice: first?.id })
    w.clock.turnTo(w.clock.now().add({ hours: 24 * 184 }))
    await does(TELLER, forgetNotices, {})
    await expect(does(OPERATOR, forgetNotices, {})).rejects.toThrow('platform.not-allowed')
    expect((await told(desk)).map(({ id }) => id)).toContain(second?.id)
    const left = await w.read.selectFrom('notice').select('id').execute()
    expect(left.map(({ id }) => id)).not.toContain(first?.id)
  })
})
