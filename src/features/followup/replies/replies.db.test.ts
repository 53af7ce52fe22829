import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, OPERATOR } from '../../../kernel/actor.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { PledgeId } from '../../pledges/model.ts'
import { recordObservation } from '../observations/commands.ts'
import { answer, reply, restoreReply } from './commands.ts'
import { reportError, settleError } from './errors.commands.ts'
import { openErrors, repliesTo, unanswered } from './queries.ts'

const helicopters = PledgeId.parse('KOR-2021-01')

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const speaks = (party: string, conference = 'seoul2021') =>
  who(party, { role: 'focal-point', conference, party })
const korea = speaks('KOR')
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const reviewer = who('reviewer', { role: 'reviewer', conference: '*' })

const statement = {
  id: 'kor-2021-01-press-2024',
  conference: 'seoul2021',
  pledges: [helicopters],
  voice: 'press',
  author: null,
  on: '2024-02-01',
  note: spelledOut({ en: 'Six received.' }),
  source: { publisher: 'Paper', url: 'https://paper.test', date: null, grade: 'B' },
}
const held = { ...statement, id: 'kor-2021-01-held', audience: 'secretariat' }

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
  await here.perform(OPERATOR, recordObservation, statement)
  await here.perform(OPERATOR, recordObservation, held)
  here.clock.turnTo('2024-03-01T00:00:00Z')
}, 60_000)
afterAll(() => here.close())

const NOWHERE = '019f0000-0000-7000-8000-000000000077'
const words = (en: string) => spelledOut({ en })
const said = (change: object = {}) => ({
  subject: { kind: 'observation', id: statement.id },
  party: 'KOR',
  kind: 'dispute',
  words: words('Ten are on their way.'),
  ...change,
})
const cannot = (deed: Promise<unknown>, code: string) =>
  expect(deed, code).rejects.toMatchObject({ code })
const mayNot = (deed: Promise<unknown>) => expect(deed).rejects.toMatchObject({ status: 403 })
const seen = () => repliesTo(here.read, { pledge: helicopters, observations: [statement.id] })

describe('the right of reply', () => {
  it('is a party’s own: no other delegation’s, nor the secretariat’s', async () => {
    for (const actor of [ANONYMOUS, desk, reviewer, speaks('USA'), speaks('KOR', 'newyork2019')]) {
      await mayNot(here.perform(actor, reply, said()))
    }
    await cannot(
      here.perform(speaks('BGD'), reply, said({ party: 'BGD' })),
      'followup.speaks-of-others',
    )
  })

  it('is used by whoever speaks for the party today, at that conference or at a later one', async () => {
    const later = said({ kind: 'comment', words: words('Said two years later') })
    expect((await here.perform(speaks('KOR', 'berlin2025'), reply, later)).subject).not.toBeNull()
    await here.database.write.deleteFrom('reply').execute()
  })

  it('reaches a pledge, a report in its history and a statement, as far as its party may see them', async () => {
    await here.perform(korea, reply, said())
    await here.perform(
      korea,
      reply,
      said({ subject: { kind: 'event', id: `${helicopters}/delivery/1` } }),
    )
    await here.perform(
      speaks('KEN'),
      reply,
      said({ party: 'KEN', kind: 'correction', subject: { kind: 'pledge', id: helicopters } }),
    )
    for (const subject of [
      { kind: 'observation', id: held.id },
      { kind: 'observation', id: 'nowhere' },
      { kind: 'event', id: `${helicopters}/delivery/999` },
      { kind: 'pledge', id: 'KOR-2021-99' },
      { kind: 'assessment', id: '019f0000-0000-7000-8000-000000000009' },
    ]) {
      await cannot(here.perform(korea, reply, said({ subject })), 'followup.unknown-entry')
    }
    expect((await seen()).map(({ kind, party }) => `${party} ${kind}`)).toEqual([
      'KOR dispute',
      'KOR dispute',
      'KEN correction',
    ])
  })

  it('said twice is one', async () => {
    expect((await here.perform(korea, reply, said())).subject).toBeNull()
    const other = said({ kind: 'comment' })
    const once = await here.perform(korea, reply, other, { key: 'k' })
    expect(await here.perform(korea, reply, other, { key: 'k' })).toEqual(once)
    expect(await seen()).toHaveLength(4)
  })

  it('needs words, unless it confirms; a pledge is confirmed by its own deed', async () => {
    await here.perform(speaks('KEN'), reply, said({ party: 'KEN', kind: 'confirm', words: null }))
    const field = (code: string) => ({ fields: [expect.objectContaining({ code })] })
    await expect(here.perform(korea, reply, said({ words: null }))).rejects.toMatchObject(
      field('followup.needs-words'),
    )
    const pledge = { kind: 'pledge', id: helicopters }
    await expect(
      here.perform(korea, reply, said({ subject: pledge, kind: 'confirm' })),
    ).rejects.toMatchObject(field('followup.confirm-by-pledges'))
    await expect(
      here.perform(korea, reply, said({ words: words('x'.repeat(6001)) })),
    ).rejects.toMatchObject(field('followup.too-long'))
  })

  it('meant for the secretariat is not for everybody', async () => {
    const quiet = said({ kind: 'comment', audience: 'secretariat', words: words('In confidence') })
    await here.perform(korea, reply, quiet)
    expect(JSON.stringify(await seen())).not.toContain('In confidence')
  })

  it('is answered by the secretariat of the conference, once', async () => {
    const [first] = await unanswered(here.read, 'seoul2021')
    const input = { reply: first?.id, words: words('Corrected.') }
    for (const actor of [ANONYMOUS, korea, reviewer]) {
      await mayNot(here.perform(actor, answer, input))
    }
    await here.perform(desk, answer, input)
    expect((await here.perform(desk, answer, input)).subject).toBeNull()
    await cannot(
      here.perform(desk, answer, { ...input, words: words('Otherwise.') }),
      'followup.answered-already',
    )
    expect((await seen())[0]).toMatchObject({
      answer: { in: { en: { value: 'Corrected.' } } },
      answeredAt: '2024-03-01T00:00:00Z',
    })
    expect((await unanswered(here.read, 'seoul2021')).map(({ id }) => id)).not.toContain(first?.id)
  })

  it('is given back from an archive with its answer', async () => {
    const [first] = await seen()
    expect((await here.perform(OPERATOR, restoreReply, first)).subject).toBeNull()
    const other = { ...first, id: '019f0000-0000-7000-8000-000000000001' }
    await mayNot(here.perform(korea, restoreReply, other))
    await here.perform(OPERATOR, restoreReply, other)
    await cannot(
      here.perform(OPERATOR, restoreReply, { ...other, kind: 'comment' }),
      'followup.reply-stays',
    )
  })
})

describe('a report of an error', () => {
  const wrong = { about: '/en/pledges/KOR-2021-01', words: 'The date is 21 December.' }

  it('comes from anybody, without an account and without saying who they are', async () => {
    const send = (body: object) => here.perform(ANONYMOUS, reportError, body)
    await send(wrong)
    expect((await send(wrong)).subject).toBeNull()
    for (const body of [
      { ...wrong, words: ' ' },
      { ...wrong, words: 'x'.repeat(4001) },
      { ...wrong, name: 'Somebody' },
    ]) {
      await expect(send(body)).rejects.toMatchObject({ status: 422 })
    }
    expect(await openErrors(here.read)).toMatchObject([wrong])
  })

  it('is settled by the secretariat of its pledge', async () => {
    const [open] = await openErrors(here.read, 'seoul2021')
    expect(await openErrors(here.read, 'accra2023')).toEqual([])
    const input = { report: open?.id, outcome: 'corrected' }
    const elsewhere = who('elsewhere', { role: 'un-secretariat', conference: 'accra2023' })
    for (const actor of [ANONYMOUS, korea, reviewer, elsewhere]) {
      await mayNot(here.perform(actor, settleError, input))
    }
    await mayNot(here.perform(desk, settleError, { ...input, report: NOWHERE }))
    const everywhere = desk
    await here.perform(everywhere, settleError, input)
    expect((await here.perform(everywhere, settleError, input)).subject).toBeNull()
    await cannot(
      here.perform(everywhere, settleError, { ...input, outcome: 'kept' }),
      'followup.settled-already',
    )
    expect(await openErrors(here.read)).toEqual([])
    await here.perform(ANONYMOUS, reportError, wrong)
    expect(await openErrors(here.read)).toHaveLength(1)
  })

  it('about no pledge is seen to by every secretariat', async () => {
    await here.perform(ANONYMOUS, reportError, { about: '/en/rules', words: 'A typing error.' })
    const open = (await openErrors(here.read, 'accra2023')).at(-1)
    const elsewhere = who('elsewhere', { role: 'host-secretariat', conference: 'accra2023' })
    await here.perform(elsewhere, settleError, { report: open?.id, outcome: 'kept' })
  })

  it('tells nobody which pledges there are that are not public', async () => {
    const about = (id: string) => ({ about: id, words: 'Is it there?' })
    await here.perform(ANONYMOUS, reportError, about('KOR-2021-99'))
    expect((await openErrors(here.read)).at(-1)).toMatchObject({ pledge: null })
  })

  it('is not heard for a while where too many came about one thing', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await here.perform(ANONYMOUS, reportError, { about: '/en/gaps', words: `Number ${n}` })
    }
    await expect(
      here.perform(ANONYMOUS, reportError, { about: '/en/gaps', words: 'One more' }),
    ).rejects.toMatchObject({ status: 429, code: 'followup.too-many-reports' })
  })
})
