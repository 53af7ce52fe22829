import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { SessionId } from '../../kernel/ids.ts'
import { paperBy, photoBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { settingsOf } from '../../testing/floor.ts'
import { released } from '../../testing/pledges/release.ts'
import { textIn } from '../../testing/programme.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe } from '../floor/deeds/asking.commands.ts'
import { beginSession, endFloor, giveFloor, undo } from '../floor/deeds/running.commands.ts'
import { setUp } from '../floor/deeds/settings.commands.ts'
import { draftPledge } from '../pledges/commands.ts'
import { announcePledges } from '../pledges/desk/announce.commands.ts'
import { acceptPledge } from '../pledges/desk/review.commands.ts'
import { PledgeId } from '../pledges/model.ts'
import { deedsOf, recordOf } from '../pledges/queries.ts'
import { submitPledge } from '../pledges/writing/hand-in.commands.ts'
import { addSession } from '../programme/commands.ts'
import { confirmStatement, undoConfirmation } from './deeds/confirm.commands.ts'
import { deposit, openDeposit } from './deeds/deposit.commands.ts'
import { namePledges } from './deeds/name.commands.ts'
import { RELEASE, releaseStatement } from './deeds/release.commands.ts'
import { restoreStatement } from './deeds/restore.commands.ts'
import { publishedAt, titlesOf } from './facts.queries.ts'
import { readingsOf, statementOf, versionsOf } from './queries.ts'
import { openedBy, paperFor } from './reading.queries.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const desk = holder('floor-desk')
const booth = holder('interpreter')
const korea = focalPoint('KOR')
const norway = focalPoint('NOR')

let here: World
let last = 400
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2021-12-07T11:00:00Z')
}, 120_000)
afterAll(() => here.close())

/** A speech of the Republic of Korea in a session of its own. */
async function aSpeech(way = 'in-person', more = {}) {
  last += 1
  const session = {
    ...{ slug: `statements-${last}`, kind: 'plenary', title: textIn({ en: 'Plenary' }) },
    ...{ day: '2021-12-07', start: null, end: null },
  }
  const { answer } = await here.perform(host, addSession, { conference, session })
  const list = { conference, session: SessionId.parse(answer.session) }
  await here.perform(desk, setUp, { ...list, settings: settingsOf(more) })
  const asked = await here.perform(desk, inscribe, { ...list, party: 'KOR', way, language: 'ko' })
  return { ...list, speech: String(asked.answer.speech) }
}
type Speech = Awaited<ReturnType<typeof aSpeech>>

const text = textIn({ en: 'Mr President, we pledge a smart camp.' })
const deposits = (speech: Speech, actor: Actor = korea, more = {}) =>
  here.perform(actor, deposit, { ...speech, text, ...more })

async function aPledge(state: 'submit' | 'accept' = 'accept', until?: object): Promise<string> {
  last += 1
  const pledge = `KOR-2021-${last}`
  const terms = {
    ...{ conference, title: textIn({ en: 'Smart camp' }), summary: textIn({ en: 'A smart camp' }) },
    ...{ lead: 'KOR', shares: [{ party: 'KOR', role: 'unit', consent: 'given' }] },
    quantity: { kind: 'about', value: 1, unit: 'unit' },
  }
  await here.perform(korea, draftPledge, { pledge, terms })
  await here.perform(korea, submitPledge, { pledge })
  if (state === 'accept') await here.perform(host, acceptPledge, { pledge, ...until })
  return pledge
}
const names = (speech: Speech, pledges: readonly string[], actor: Actor = korea) =>
  here.perform(actor, namePledges, { ...speech, pledges })

/** Gives the floor to the speech, and ends it. */
async function speaks({ speech, ...list }: Speech) {
  await here.perform(desk, beginSession, list)
  await here.perform(desk, giveFloor, { ...list, speech })
  here.clock.turnTo(`${here.clock.now().add({ seconds: 90 })}`)
  await here.perform(desk, endFloor, list)
}
const confirms = (speech: Speech, pledges: readonly object[] = [], actor: Actor = desk) =>
  here.perform(actor, confirmStatement, { ...speech, pledges })
const undoes = (speech: Speech, actor: Actor = desk) =>
  here.perform(actor, undoConfirmation, speech)
const passes = (seconds: number) => here.clock.turnTo(`${here.clock.now().add({ seconds })}`)
/** Lets the programme do what is due. */
async function goesOut(speech: Speech) {
  const at = (await statementOf(here.read, speech.speech))?.releaseAt
  if (at && Temporal.Instant.compare(here.clock.now(), at) < 0) here.clock.turnTo(`${at}`)
  return here.perform(RELEASE, releaseStatement, { ...speech, at: `${at}` })
}
const stateOf = async (pledge: string) => {
  const record = await recordOf(here.read, PledgeId.parse(pledge))
  return [record?.state, record?.releaseAt !== null]
}
const published = async ({ speech }: Speech) =>
  (await publishedAt(here.read, { conference, speech }))?.statements[0] ?? null
const code = async (deed: Promise<unknown>) => (await refusal(deed))?.[0] ?? null

describe('a statement', () => {
  it('is deposited by its focal point or the desk, and by nobody else', async () => {
    const speech = await aSpeech()
    for (const actor of [ANONYMOUS, norway, booth, holder('delegate'), holder('co-chair')]) {
      expect(await code(deposits(speech, actor))).toBe('platform.not-allowed')
    }
    expect((await deposits(speech)).answer).toMatchObject({ number: 1 })
    const other = { text: textIn({ ar: 'السيد الرئيس' }) }
    expect((await deposits(speech, desk, other)).answer).toMatchObject({ number: 2 })
    expect((await versionsOf(here.read, speech.speech)).map(({ number }) => number)).toEqual([1, 2])
  })

  it('sent twice is one, and is not replaced by whoever saw an earlier one', async () => {
    const speech = await aSpeech()
    await deposits(speech)
    expect((await deposits(speech)).subject).toBeNull()
    const late = { ...speech, text: textIn({ en: 'Other words' }) }
    expect(await code(here.perform(desk, deposit, late, { seen: '0' }))).toBe(
      'platform.changed-meanwhile',
    )
  })

  it('brings papers of its own, PDF or DOCX, that stay as long as they are kept', async () => {
    const speech = await aSpeech()
    const file = await paperBy(here, korea)
    await deposits(speech, korea, { files: [{ language: 'ko', file }] })
    await deposits(speech, korea, { keep: [file], text: textIn({ en: 'Revised' }) })
    expect((await versionsOf(here.read, speech.speech)).at(-1)?.content.files).toHaveLength(1)
    const photo = await photoBy(here, korea)
    const wrong = { files: [{ language: 'en', file: photo }], keep: [] }
    expect(await code(deposits(speech, korea, wrong))).toBe('platform.file-of-other-kind')
    const theirs = { files: [{ language: 'en', file: await paperBy(here, norway) }] }
    expect(await code(deposits(speech, korea, theirs))).toBe('platform.file-unknown')
  })

  it('on video arrives by the hour that the list says; the desk takes it later', async () => {
    const speech = await aSpeech('video', { videoBy: { day: '2021-12-07', clock: '21:00' } })
    const video = 'https://video.example/statement'
    here.clock.turnTo('2021-12-07T12:00:00Z')
    expect(await code(deposits(speech, korea, { video }))).toBe('statements.video-late')
    expect(await code(deposits(speech, desk, { video }))).toBeNull()
    expect(await code(deposits(speech, desk, { video: 'http://plain.example' }))).not.toBeNull()
  })

  it('is read by nobody else before it is delivered; interpreters open it, and that is kept', async () => {
    const speech = await aSpeech()
    const file = await paperBy(here, korea)
    await deposits(speech, korea, { files: [{ language: 'ko', file }] })
    const at = { conference, speech: speech.speech, file }
    const gets = (actor: Actor) => paperFor(here.read, at, { actor, now: here.clock.now() })
    for (const actor of [ANONYMOUS, norway, booth, desk, host]) expect(await gets(actor)).toBeNull()
    expect(await gets(korea)).toBe(file)
    for (const actor of [
      ANONYMOUS,
      norway,
      desk,
      host,
      korea,
      holder('interpreter', 'accra2023'),
    ]) {
      expect(await code(here.perform(actor, openDeposit, speech))).toBe('platform.not-allowed')
    }
    await here.perform(booth, openDeposit, speech)
    expect(await gets(booth)).toBe(file)
    expect(await readingsOf(here.read, speech.speech)).toMatchObject([
      { account: booth.id, number: 1, at: here.clock.now() },
    ])
    await deposits(speech, korea, { keep: [file], text: textIn({ en: 'Revised' }) })
    expect(await openedBy(here.read, at, { actor: booth, now: here.clock.now() })).toBeNull()
  })
})

describe('what was said', () => {
  it('is confirmed once the speaker has left the floor, pledge by pledge', async () => {
    const speech = await aSpeech()
    const [one, other] = [await aPledge(), await aPledge()]
    await deposits(speech)
    await names(speech, [one, other])
    const said = [
      { pledge: one, outcome: 'announced' },
      { pledge: other, outcome: 'not-announced' },
    ]
    expect(await code(confirms(speech, said))).toBe('statements.not-delivered')
    await speaks(speech)
    for (const actor of [ANONYMOUS, norway, booth, holder('protocol')]) {
      expect(await code(confirms(speech, said, actor))).toBe('platform.not-allowed')
    }
    expect(await code(confirms(speech, said.slice(1)))).toBe('statements.say-of-each')
    await confirms(speech, said, korea)
    expect([await stateOf(one), await stateOf(other)]).toEqual([
      ['accepted', true],
      ['accepted', false],
    ])
    expect(await code(confirms(speech, said))).toBe('statements.goes-out')
    expect(await published(speech)).toBeNull()
    await goesOut(speech)
    await released(here, one)
    expect(await published(speech)).toMatchObject({
      party: 'KOR',
      delivered: { place: 1, seconds: 90, way: 'in-person' },
      pledges: [{ id: one }],
      content: { check: true },
    })
    expect([await stateOf(one), await stateOf(other)]).toEqual([
      ['announced', false],
      ['accepted', false],
    ])
    expect(await code(undoes(speech))).toBe('statements.public-already')
    expect(await code(deposits(speech))).toBe('statements.public-already')
  })

  it('can be undone for a minute, and is then confirmed anew', async () => {
    const speech = await aSpeech()
    const pledge = await aPledge()
    await names(speech, [pledge])
    await speaks(speech)
    await confirms(speech, [{ pledge, outcome: 'announced' }])
    const at = (await statementOf(here.read, speech.speech))?.releaseAt
    expect(await code(undoes(speech, norway))).toBe('platform.not-allowed')
    passes(59)
    await undoes(speech)
    expect(await stateOf(pledge)).toEqual(['accepted', false])
    passes(60)
    expect(
      (await here.perform(RELEASE, releaseStatement, { ...speech, at: `${at}` })).subject,
    ).toBeNull()
    expect([await published(speech), await stateOf(pledge)]).toEqual([null, ['accepted', false]])
    expect(await code(undoes(speech))).toBe('statements.nothing-to-undo')
    await confirms(speech, [{ pledge, outcome: 'announced' }])
    await goesOut(speech)
    await released(here, pledge)
    expect((await published(speech))?.pledges).toHaveLength(1)
  })

  it('is undone with the floor, where the desk takes back that somebody spoke', async () => {
    const speech = await aSpeech()
    const pledge = await aPledge()
    await names(speech, [pledge])
    await speaks(speech)
    await confirms(speech, [{ pledge, outcome: 'announced' }])
    const { speech: _, ...list } = speech
    await here.perform(desk, undo, list)
    expect((await statementOf(here.read, speech.speech))?.releaseAt).toBeNull()
    expect(await stateOf(pledge)).toEqual(['accepted', false])
  })

  it('where it was altered goes back to its author with the words said', async () => {
    const speech = await aSpeech()
    const pledge = await aPledge()
    await names(speech, [pledge])
    await speaks(speech)
    await confirms(speech, [{ pledge, outcome: 'altered', words: 'Two camps, not one' }])
    expect(await stateOf(pledge)).toEqual(['accepted', false])
    await goesOut(speech)
    expect(await stateOf(pledge)).toEqual(['returned', false])
    const back = (await deedsOf(here.read, PledgeId.parse(pledge))).at(-1)
    expect([back?.deed, back?.note?.in.en?.value]).toEqual(['return', 'Two camps, not one'])
    expect((await published(speech))?.pledges).toEqual([])
  })

  it('is made public by the programme alone, and not before its moment', async () => {
    const speech = await aSpeech()
    await deposits(speech)
    await speaks(speech)
    await confirms(speech)
    const at = `${(await statementOf(here.read, speech.speech))?.releaseAt}`
    const early = { ...speech, at }
    expect(await code(here.perform(host, releaseStatement, early))).toBe('platform.not-allowed')
    expect(await code(here.perform(RELEASE, releaseStatement, early))).toBe('statements.not-due')
  })

  it('for interpreters only is never published, though the statement is', async () => {
    const speech = await aSpeech()
    await deposits(speech, korea, { use: 'interpretation' })
    await speaks(speech)
    await confirms(speech)
    await goesOut(speech)
    expect(await published(speech)).toMatchObject({ content: null, papers: [] })
  })

  it('in writing is confirmed from the beginning of the session', async () => {
    const speech = await aSpeech('written')
    await deposits(speech)
    expect(await code(confirms(speech))).toBe('statements.not-delivered')
    const { speech: _, ...list } = speech
    await here.perform(desk, beginSession, list)
    await confirms(speech)
    await goesOut(speech)
    expect((await published(speech))?.delivered).toMatchObject({ way: 'written', givenAt: null })
  })
})

describe('a pledge that waits for a speech', () => {
  it('is announced by nobody else, and by no hour', async () => {
    const speech = await aSpeech()
    const until = { day: '2021-12-08', clock: '09:00' }
    const pledge = await aPledge('accept', { until })
    await names(speech, [pledge])
    expect(await code(here.perform(host, announcePledges, { conference, pledges: [pledge] }))).toBe(
      'pledges.awaits-speech',
    )
    await released(here, pledge)
    expect((await stateOf(pledge))[0]).toBe('accepted')
    await names(speech, [])
    await released(here, pledge)
    expect((await stateOf(pledge))[0]).toBe('announced')
  })

  it('not announced there has no hour any more', async () => {
    const speech = await aSpeech()
    const pledge = await aPledge('accept', { until: { day: '2021-12-20', clock: '09:00' } })
    await names(speech, [pledge])
    await speaks(speech)
    await confirms(speech, [{ pledge, outcome: 'not-announced' }])
    expect(await stateOf(pledge)).toEqual(['accepted', false])
  })

  it('is the delegation’s own, handed in, and in one speech at a time', async () => {
    const [speech, second] = [await aSpeech(), await aSpeech()]
    const pledge = await aPledge('submit')
    expect(await code(names(speech, ['KOR-2021-01']))).toBe('statements.unknown-pledge')
    expect(await code(names(speech, ['KOR-2021-9999']))).toBe('statements.unknown-pledge')
    expect(await code(names(speech, [pledge], norway))).toBe('platform.not-allowed')
    await names(speech, [pledge])
    expect(await code(names(second, [pledge]))).toBe('statements.pledge-elsewhere')
    await speaks(speech)
    expect(await code(confirms(speech, [{ pledge, outcome: 'announced' }]))).toBe(
      'pledges.cannot-move',
    )
  })
})

describe('an archive', () => {
  it('gives a statement back, once', async () => {
    const { speech, ...list } = await aSpeech()
    const fresh = { ...list, speech: here.newId() }
    const row = {
      ...fresh,
      ...{ party: 'KOR', kind: 'single', way: 'in-person', language: 'ko', seconds: 90, place: 1 },
      ...{ givenAt: '2021-12-07T10:00:00Z', endedAt: '2021-12-07T10:01:30Z', check: true },
      ...{ publicAt: '2021-12-07T10:03:00Z', text, video: null, pledges: [] },
    }
    const restores = (actor: Actor, more = {}) =>
      here.perform(actor, restoreStatement, { ...row, ...more })
    expect(await code(restores(host))).toBe('platform.not-allowed')
    const loader: Actor = { ...host, grants: [{ role: 'loader', conference: '*' }] }
    await restores(loader)
    expect((await restores(loader)).subject).toBeNull()
    expect(await code(restores(loader, { seconds: 91 }))).toBe('statements.stands-otherwise')
    expect(await published({ ...fresh })).toMatchObject({ content: { text } })
    expect(await titlesOf(here.read, [])).toEqual(new Map())
    expect(await statementOf(here.read, speech)).toBeNull()
  })
})
