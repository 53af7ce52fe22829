import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { paperBy, photoBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, person, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { type World, world } from '../../testing/world.ts'
import { approve, giveBack } from '../delegations/participants/decide.commands.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { everyParticipant } from '../delegations/participants/queries.ts'
import { setForm, takeForm } from './forms.commands.ts'
import { formOf } from './queries.ts'
import {
  addPerson,
  begin,
  changeRegistration,
  eraseRegistration,
  register,
  withdrawRegistration,
} from './register.commands.ts'

let here: World
const host = holder('host-secretariat')
beforeAll(async () => {
  here = await world({ shipped: true })
}, 60_000)
afterAll(() => here.close())

const reporter = async (said: Record<string, unknown> = {}) => {
  const letter = await paperBy(here, ANONYMOUS)
  return person('Ada Lovelace', {
    organisation: 'Gazette',
    photo: await photoBy(here, ANONYMOUS),
    answers: { medium: 'radio', 'work--reporting': 'true', letter, hobby: 'chess' },
    ...said,
  })
}
const ask = (address: string, kind = 'media') =>
  here.perform(ANONYMOUS, begin, { conference: SEOUL, kind, address, language: 'fr' })

/** The key in the last letter to an address. */
async function keyOf(address: string): Promise<string> {
  const { rows } = { rows: await here.letters() }
  const text = rows
    .filter((one) => one.address === address)
    .map((one) => one.text)
    .join('\n')
  return [...text.matchAll(/registration\?key=(\w+)/g)].at(-1)?.[1] ?? ''
}
const byLink = (key: string, said: Record<string, unknown> = {}) => ({
  conference: SEOUL,
  key,
  ...said,
})
const people = async (kind: string) =>
  (await everyParticipant(here.read, SEOUL)).filter((one) => one.kind === kind)

describe('a form of a conference', () => {
  it('begins with one that ships, closed until it is opened', async () => {
    await here.perform(host, takeForm, { conference: SEOUL, kind: 'media' })
    expect(await refusal(ask('ada@example.org'))).toEqual(['registration.closed', 409])
    const kept = await formOf(here.read, SEOUL, 'media')
    const closes = { day: '2021-12-08', clock: '12:00' }
    const open = { ...kept?.form, open: true, closes, most: 1 }
    for (const actor of [ANONYMOUS, focalPoint('FRA'), holder('protocol')]) {
      expect(await refusal(here.perform(actor, setForm, open))).toEqual([
        'platform.not-allowed',
        403,
      ])
    }
    await here.perform(host, setForm, open, { seen: '1' })
    expect(await formOf(here.read, SEOUL, 'media')).toMatchObject({
      version: 2,
      form: { open: true },
    })
    expect(await refusal(ask('ada@example.org', 'unheard-of'))).toEqual([
      'registration.unknown-form',
      409,
    ])
  })
})

describe('somebody who comes on their own', () => {
  it('proves an address before anything is kept of them', async () => {
    await ask('Ada@Example.org')
    const letters = await here.letters()
    expect(letters.map(({ address, subject }) => [address, subject])).toEqual([
      ['ada@example.org', 'Inscription\u00A0: votre lien · Séoul 2021'],
    ])
    expect(await people('media')).toEqual([])
  })

  it('gets three links in an hour, and is told nothing else after that', async () => {
    const { answer } = await ask('many@example.org')
    for (let times = 0; times < 4; times += 1)
      expect((await ask('many@example.org')).answer).toEqual(answer)
    const letters = await here.letters()
    expect(letters.filter(({ address }) => address === 'many@example.org')).toHaveLength(3)
    here.clock.advance({ minutes: 61 })
    await ask('many@example.org')
    expect(
      (await here.letters()).filter(({ address }) => address === 'many@example.org'),
    ).toHaveLength(4)
  })

  it('fills in the form behind the link, whole, once', async () => {
    const key = await keyOf('ada@example.org')
    expect(key).toMatch(/^\w{60,}$/)
    await expect(
      here.perform(ANONYMOUS, register, byLink(key, { person: person('Ada') })),
    ).rejects.toMatchObject({ status: 422 })
    const guessed = byLink('0'.repeat(64), { person: await reporter() })
    expect(await refusal(here.perform(ANONYMOUS, register, guessed))).toEqual([
      'platform.not-allowed',
      403,
    ])
    const given = byLink(key, {
      person: await reporter({
        address: 'mallory@example.org',
        rank: 'head-of-state',
        place: 'head',
      }),
    })
    await here.perform(ANONYMOUS, register, given)
    expect((await here.perform(ANONYMOUS, register, given)).subject).toBeNull()
    const [ada, ...others] = await people('media')
    expect(others).toEqual([])
    expect(Object.keys(ada?.person?.answers ?? {})).not.toContain('hobby')
    expect(ada).toMatchObject({
      state: 'submitted',
      party: null,
      kept: 'press',
      language: 'fr',
      rank: 'official',
      head: false,
      person: {
        address: 'ada@example.org',
        answers: { medium: 'radio', 'work--reporting': 'true' },
      },
    })
  })

  it('comes with no more colleagues than the conference takes of one organisation', async () => {
    await ask('second@example.org')
    const key = await keyOf('second@example.org')
    const given = byLink(key, { person: await reporter({ organisation: 'GAZETTE' }) })
    expect(await refusal(here.perform(ANONYMOUS, register, given))).toEqual([
      'registration.enough-of-organisation',
      409,
    ])
  })

  it('hears of the decision, puts right what came back, and is found again by the address', async () => {
    const [ada] = await people('media')
    const key = await keyOf('ada@example.org')
    const ids = { conference: SEOUL, participants: [ada?.id] }
    await here.perform(host, giveBack, { ...ids, reason: 'The letter cannot be read.' })
    await here.perform(
      ANONYMOUS,
      changeRegistration,
      byLink(key, { person: await reporter({ accessNeeds: 'Ramp' }) }),
    )
    expect((await people('media'))[0]).toMatchObject({ state: 'submitted', reason: null })
    await here.perform(host, approve, ids)
    const decision = await keyOf('ada@example.org')
    expect(decision).not.toBe(key)
    await ask('ada@example.org')
    const again = await keyOf('ada@example.org')
    expect(again).not.toBe(decision)
    for (const link of [key, decision, again]) {
      const [now] = await people('media')
      const deed = here.perform(
        ANONYMOUS,
        changeRegistration,
        byLink(link, { person: { ...now?.person, accessNeeds: link } }),
      )
      expect(await refusal(deed), link).toBeNull()
    }
    expect((await people('media'))[0]?.state).toBe('approved')
  })

  it('withdraws, and takes back all that is kept', async () => {
    const key = await keyOf('ada@example.org')
    await here.perform(ANONYMOUS, withdrawRegistration, byLink(key))
    expect((await people('media'))[0]?.state).toBe('withdrawn')
    await here.perform(ANONYMOUS, eraseRegistration, byLink(key))
    expect((await people('media'))[0]).toMatchObject({ person: null, state: 'withdrawn' })
    expect(await refusal(here.perform(ANONYMOUS, eraseRegistration, byLink(key)))).toEqual([
      'platform.not-allowed',
      403,
    ])
  })
})

describe('the staff of a conference', () => {
  it('is added by the secretariat, by a form that nobody else can use', async () => {
    await here.perform(host, takeForm, { conference: SEOUL, kind: 'staff' })
    const somebody = person('Kim Minji', {
      photo: await photoBy(here, host),
      answers: { task: 'protocol' },
    })
    const given = { conference: SEOUL, kind: 'staff', person: somebody }
    expect(await refusal(here.perform(focalPoint('KOR'), addPerson, given))).toEqual([
      'platform.not-allowed',
      403,
    ])
    const { subject } = await here.perform(host, addPerson, given)
    const id = ParticipantId.parse(subject?.split('/')[1])
    expect((await people('staff')).map((one) => [one.id, one.state])).toEqual([[id, 'submitted']])
    expect(await refusal(ask('kim@example.org', 'staff'))).toEqual(['registration.closed', 409])
  })
})
