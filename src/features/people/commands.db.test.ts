import { afterAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { world } from '../../testing/world.ts'
import { changeAddress, changeProfile, closeAccount, found } from './account.commands.ts'
import { endRole, giveRole, invite } from './commands.ts'
import { people } from './feature.ts'
import { grantsOf, untriedAdministrator, whoIs } from './queries.ts'

const w = await world({ shipped: true })
const { perform, database, letters } = w
afterAll(w.close)

const SEOUL = 'seoul2021'
let made = 0
const nextAddress = () => `person-${++made}@mfa.example`
const refused = async (deed: Promise<unknown>) => {
  const error = await deed.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? (error.fields[0]?.code ?? error.code) : error
}
async function somebody(role: string, said: Record<string, unknown> = {}, by: Actor = OPERATOR) {
  const input = {
    ...{ address: nextAddress(), name: 'Grace Otieno', language: 'en', role },
    ...{ conference: SEOUL, party: null, ...said },
  }
  const { answer } = await perform(by, invite, input)
  const account = String(answer.account)
  const actor: Actor = { kind: 'account', id: account, grants: await grantsOf(w.read, account) }
  return { ...input, account, actor, holding: String(answer.holding) }
}

describe('an invitation', () => {
  it('makes an account with a role, and writes to its holder in their language', async () => {
    const host = await somebody('host-secretariat')
    const invited = await somebody(
      'focal-point',
      { name: 'Aïcha Benali', language: 'fr', party: 'KEN', address: 'Aicha.Benali@MFA.example' },
      host.actor,
    )
    expect(await whoIs(w.read, invited.account)).toEqual({
      ...{ name: 'Aïcha Benali', language: 'fr', zone: null },
      grants: [{ role: 'focal-point', conference: SEOUL, party: 'KEN' }],
    })
    const letter = (await letters()).find(({ address }) => address === 'aicha.benali@mfa.example')
    expect(letter).toMatchObject({
      ...{ kind: 'people.invitation', language: 'fr', name: 'Aïcha Benali' },
      subject: 'Votre fonction à la conférence',
    })
    for (const said of ['Point focal', 'Kenya', '/fr/sign-in', 'aicha.benali@mfa.example']) {
      expect(letter?.text).toContain(said)
    }
    expect(letter?.text).not.toMatch(/sign-in\/[\w-]{43}/)
  })

  it('to an address with an account gives that one the role, and leaves its name', async () => {
    const first = await somebody('reviewer')
    const { answer } = await perform(OPERATOR, invite, {
      ...{ address: first.address.toUpperCase(), name: 'Somebody else', language: 'ru' },
      ...{ role: 'translator', conference: SEOUL, party: null },
    })
    expect(answer.account).toBe(first.account)
    expect(await whoIs(w.read, first.account)).toMatchObject({
      ...{ name: 'Grace Otieno', language: 'en' },
      grants: [
        { role: 'reviewer', conference: SEOUL },
        { role: 'translator', conference: SEOUL },
      ],
    })
  })

  it('is one deed, however often it is sent', async () => {
    const input = {
      ...{ address: nextAddress(), name: 'Grace', language: 'en', role: 'reviewer' },
      ...{ conference: SEOUL, party: null },
    }
    const [one, other] = await Promise.all(
      [1, 2].map(() => perform(OPERATOR, invite, input, { key: 'sent twice' })),
    )
    expect(one).toEqual(other)
    expect(await refused(perform(OPERATOR, invite, input))).toBe('people.holds-already')
  })

  it('by two at once to one address makes one account', async () => {
    const address = nextAddress()
    const input = { address, name: 'Grace', language: 'en', role: 'reviewer', party: null }
    const done = await Promise.all(
      ['seoul2021', 'berlin2025', 'accra2023', '*'].map((conference) =>
        perform(OPERATOR, invite, { ...input, conference }),
      ),
    )
    expect(new Set(done.map(({ answer }) => answer.account)).size).toBe(1)
  })

  it('names a conference and a party that are there, and a party where the role needs one', async () => {
    const code = (said: Record<string, unknown>) => refused(somebody('focal-point', said))
    expect(await code({ conference: 'nowhere9', party: 'KEN' })).toBe('people.unknown-conference')
    expect(await code({ party: 'XXZ' })).toBe('people.unknown-party')
    expect(await code({})).toBe('people.needs-party')
    expect(await refused(somebody('reviewer', { party: 'KEN' }))).toBe('people.no-party')
  })

  it('says at each field what is wrong with it', async () => {
    const wrong = await perform(OPERATOR, invite, {
      ...{ address: 'grace@', name: ' ', language: 'de', role: 'emperor', conference: 'Seoul' },
    }).catch((error: Refusal) => error)
    expect((wrong as Refusal).fields.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['address', 'people.not-an-address'],
      ['name', 'input.missing'],
      ['language', 'input.not-a-choice'],
      ['role', 'input.not-a-choice'],
      ['conference', 'input.malformed'],
    ])
  })

  it('comes from those who may, and from nobody else', async () => {
    const host = await somebody('host-secretariat')
    const kenya = await somebody('focal-point', { party: 'KEN' }, host.actor)
    const delegate = await somebody('delegate', { party: 'KEN' }, kenya.actor)
    const tries = [
      [host.actor, 'host-secretariat', {}],
      [host.actor, 'administrator', { conference: '*' }],
      [host.actor, 'reviewer', { conference: 'berlin2025' }],
      [kenya.actor, 'delegate', { party: 'NOR' }],
      [kenya.actor, 'focal-point', { party: 'KEN' }],
      [delegate.actor, 'delegate', { party: 'KEN' }],
    ] as const
    for (const [by, role, said] of tries) {
      expect(await refused(somebody(role, said, by)), role).toBe('platform.not-allowed')
    }
  })

  it('to oneself is refused, by whatever name', async () => {
    const host = await somebody('host-secretariat')
    const self = { address: host.address, role: 'reviewer' }
    expect(await refused(somebody('reviewer', self, host.actor))).toBe('platform.not-allowed')
    const input = { account: host.account, role: 'reviewer', conference: SEOUL, party: null }
    expect(await refused(perform(host.actor, giveRole, input))).toBe('platform.not-allowed')
  })
})

describe('a role', () => {
  it('ends, stays in the history, and may be given again', async () => {
    const { account, holding } = await somebody('reviewer')
    await perform(OPERATOR, endRole, { holding })
    expect(await grantsOf(w.read, account)).toEqual([])
    expect((await perform(OPERATOR, endRole, { holding })).subject).toBeNull()
    const post = { account, role: 'reviewer', conference: SEOUL, party: null }
    await perform(OPERATOR, giveRole, post)
    expect((await perform(OPERATOR, giveRole, post)).subject).toBeNull()
    const rows = await database.write
      .selectFrom('holding')
      .select(['role', 'givenBy', 'endedBy'])
      .where('account', '=', account)
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { role: 'reviewer', givenBy: 'system/operator', endedBy: 'system/operator' },
      { role: 'reviewer', givenBy: 'system/operator', endedBy: null },
    ])
  })

  it('of the last administrator does not end, and neither is that account closed', async () => {
    const one = await somebody('administrator', { conference: '*' })
    expect(await refused(perform(one.actor, endRole, { holding: one.holding }))).toBe(
      'people.last-administrator',
    )
    expect(await refused(perform(one.actor, closeAccount, { account: one.account }))).toBe(
      'people.last-administrator',
    )
    await somebody('administrator', { conference: '*' })
    await perform(one.actor, endRole, { holding: one.holding })
    expect(await grantsOf(w.read, one.account)).toEqual([])
  })

  it('that is none is no more allowed than one of others', async () => {
    const { actor } = await somebody('reviewer')
    const none = { holding: '00000000-0000-4000-8000-000000000000' }
    expect(await refused(perform(actor, endRole, none))).toBe('platform.not-allowed')
  })
})

describe('a profile', () => {
  const profile = { name: '김대한', language: 'ko', zone: 'Asia/Kathmandu' }

  it('is changed by its owner, in any script', async () => {
    const { account, actor } = await somebody('reviewer')
    await perform(actor, changeProfile, { account, ...profile })
    expect(await whoIs(w.read, account)).toMatchObject(profile)
    expect((await perform(actor, changeProfile, { account, ...profile })).subject).toBeNull()
  })

  it('is not changed by others, nor over a change of others', async () => {
    const [one, other] = [await somebody('reviewer'), await somebody('host-secretariat')]
    const input = { account: one.account, ...profile }
    expect(await refused(perform(other.actor, changeProfile, input))).toBe('platform.not-allowed')
    const late = perform(one.actor, changeProfile, input, { seen: 'another version' })
    expect(await refused(late)).toBe('platform.changed-meanwhile')
  })
})

describe('an address', () => {
  it('belongs to one account', async () => {
    const [one, other] = [await somebody('reviewer'), await somebody('reviewer')]
    const input = { account: one.account, address: other.address }
    expect(await refused(perform(OPERATOR, changeAddress, input))).toBe('people.address-taken')
    expect(await refused(perform(one.actor, changeAddress, input))).toBe('platform.not-allowed')
  })
})

describe('the first account', () => {
  it('is made where there is no administrator, with everything that there is', async () => {
    const first = await world({ shipped: true })
    const opened = { read: first.read, perform: first.perform, origin: 'http://plenum.test' }
    const [sentence = ''] = (await people.atStart?.(opened)) ?? []
    expect(sentence).toMatch(
      /^Sign in as the secretariat, once within twelve hours: http:\/\/plenum\.test\/en\/sign-in\/[\w-]{43}$/,
    )
    const address = await untriedAdministrator(first.read)
    expect(address).toBe('secretariat@plenum.invalid')
    const { account } = await first.read
      .selectFrom('person')
      .select('account')
      .executeTakeFirstOrThrow()
    const grants = await grantsOf(first.read, account)
    expect(grants).toContainEqual({ role: 'administrator', conference: '*' })
    expect(grants).toContainEqual({ role: 'host-secretariat', conference: SEOUL })
    expect(grants).toContainEqual({ role: 'un-secretariat', conference: SEOUL })

    // Nobody has come in: the next start makes no second account, and prints another link; the old one is void.
    const links = () => first.read.selectFrom('auth.verification').selectAll().execute()
    const [before] = await links()
    const [again = ''] = (await people.atStart?.(opened)) ?? []
    expect(again).not.toBe(sentence)
    const after = await links()
    expect([after.length, after[0]?.identifier === before?.identifier]).toEqual([1, false])
    await first.close()
  })

  it('is made by the program alone', async () => {
    const { actor } = await somebody('administrator', { conference: '*' })
    const input = { address: nextAddress(), name: 'Mallory' }
    expect(await refused(perform(actor, found, input))).toBe('platform.not-allowed')
    expect((await perform(OPERATOR, found, input)).subject).toBeNull()
  })
})
