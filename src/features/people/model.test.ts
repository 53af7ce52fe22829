import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, LOADER, OPERATOR, ROLES } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { allows } from '../../kernel/refusal.ts'
import {
  Address,
  GIVEN_BY_SECRETARIAT,
  type GivenRole,
  mayEnd,
  mayGive,
  mayManage,
  mayTend,
  mustBeWhole,
  PersonName,
  type Post,
  postsOfFounder,
} from './model.ts'

const SEOUL = ConferenceId.parse('seoul2021')
const BERLIN = ConferenceId.parse('berlin2025')
const KEN = PartyCode.parse('KEN')
const NOR = PartyCode.parse('NOR')

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const administrator = who('adm', { role: 'administrator', conference: '*' })
const host = who('host', { role: 'host-secretariat', conference: SEOUL })
const un = who('un', { role: 'un-secretariat', conference: SEOUL })
const focalPoint = who('fp', { role: 'focal-point', conference: SEOUL, party: KEN })
const post = (role: GivenRole, said: Partial<Post> = {}): Post => ({
  ...{ role, conference: SEOUL, party: null },
  ...said,
})
/** The roles that somebody may give to another person. */
const givenBy = (actor: Actor, said: Partial<Post> = {}) =>
  ROLES.filter((role) => mayGive(actor, post(role, said), 'other'))

describe('a role is given', () => {
  it('by the administrator: each, everywhere', () => {
    expect(givenBy(administrator)).toEqual(ROLES)
    expect(givenBy(administrator, { conference: '*' })).toEqual(ROLES)
  })

  it('by an administrator of one conference: each, there', () => {
    const ofSeoul = who('one', { role: 'administrator', conference: SEOUL })
    expect(givenBy(ofSeoul)).toEqual(ROLES)
    expect(givenBy(ofSeoul, { conference: '*' })).toEqual([])
    expect(givenBy(ofSeoul, { conference: BERLIN })).toEqual([])
  })

  it('by both secretariats: those who work with them, at their conference', () => {
    for (const secretariat of [host, un]) {
      expect(givenBy(secretariat)).toEqual(
        ROLES.filter((one) => GIVEN_BY_SECRETARIAT.includes(one)),
      )
      expect(givenBy(secretariat, { conference: BERLIN })).toEqual([])
      expect(givenBy(secretariat, { conference: '*' })).toEqual([])
    }
  })

  it('by a focal point: that of a delegate of the own delegation', () => {
    expect(givenBy(focalPoint, { party: KEN })).toEqual(['delegate'])
    expect(givenBy(focalPoint, { party: NOR })).toEqual([])
    expect(givenBy(focalPoint)).toEqual([])
    expect(givenBy(focalPoint, { party: KEN, conference: BERLIN })).toEqual([])
  })

  it('by nobody else', () => {
    const others = ROLES.filter(
      (role) =>
        !['administrator', 'host-secretariat', 'un-secretariat', 'focal-point'].includes(role),
    )
    for (const role of others) {
      expect(givenBy(who('x', { role, conference: SEOUL, party: KEN }), { party: KEN })).toEqual([])
    }
    for (const actor of [ANONYMOUS, LOADER, who('nobody')]) {
      expect(givenBy(actor, { party: KEN })).toEqual([])
    }
  })

  it('by nobody to themselves', () => {
    for (const actor of [administrator, host, un, focalPoint]) {
      const given = ROLES.filter((role) => mayGive(actor, post(role, { party: KEN }), actor.id))
      expect(given).toEqual([])
    }
  })

  it('at the machine: each', () => {
    expect(givenBy(OPERATOR)).toEqual(ROLES)
  })
})

describe('a role is ended', () => {
  const holding = (said: Partial<Post>, account = 'other') => ({
    ...post('delegate', said),
    ...{ id: '1', account, since: Temporal.Instant.fromEpochMilliseconds(0) },
    ...{ givenBy: 'system/operator', until: null, endedBy: null },
  })

  it('by whoever may give it, and by whoever holds it', () => {
    expect(mayEnd(host, holding({ role: 'reviewer' }))).toBe(true)
    expect(mayEnd(host, holding({ role: 'host-secretariat' }))).toBe(false)
    expect(mayEnd(focalPoint, holding({ party: KEN }))).toBe(true)
    expect(mayEnd(focalPoint, holding({ party: NOR }))).toBe(false)
    expect(mayEnd(host, holding({ role: 'host-secretariat' }, 'host'))).toBe(true)
    expect(mayEnd(ANONYMOUS, holding({}, 'anonymous'))).toBe(false)
  })
})

describe('people', () => {
  it('of a conference are seen by its secretariats', () => {
    expect([administrator, host, un, focalPoint].map((one) => mayManage(one, SEOUL))).toEqual([
      ...[true, true, true, false],
    ])
    expect(mayManage(host, BERLIN)).toBe(false)
  })

  it('see to their own accounts, and the administrator to all', () => {
    expect(mayTend(host, 'host')).toBe(true)
    expect(mayTend(host, 'other')).toBe(false)
    expect(mayTend(administrator, 'other')).toBe(true)
    expect(mayTend({ ...ANONYMOUS, id: 'other' }, 'other')).toBe(false)
  })
})

describe('a post', () => {
  it('names a party exactly where the role is held for one', () => {
    const whole = (party: PartyCode | null) =>
      ROLES.filter((role) => allows(() => mustBeWhole(post(role, { party }))))
    expect(whole(KEN)).toEqual(['co-chair', 'focal-point', 'delegate'])
    expect(whole(null)).toEqual(
      ROLES.filter((role) => !['co-chair', 'focal-point', 'delegate'].includes(role)),
    )
  })

  it('of the first account is all of it, so that everything can be tried', () => {
    expect(postsOfFounder([SEOUL]).map(({ role, conference }) => [role, conference])).toEqual([
      ['administrator', '*'],
      ['host-secretariat', SEOUL],
      ['un-secretariat', SEOUL],
    ])
  })
})

describe('what is typed', () => {
  it('is an address without regard to capitals and spaces around it', () => {
    expect(Address.parse('  Grace.Otieno@MFA.example ')).toBe('grace.otieno@mfa.example')
    for (const wrong of ['', 'grace', 'a@b', 'a b@c.example', 'a@c.example\nBcc: x@y.example']) {
      expect(Address.safeParse(wrong).success, wrong).toBe(false)
    }
  })

  it('is a name in any script, on one line', () => {
    for (const name of ['Grace Otieno', '김대한', 'أمينة بن علي', 'Иван Петров', 'O’Brien']) {
      expect(PersonName.parse(` ${name} `)).toBe(name)
    }
    for (const wrong of ['', '  ', 'a\nb', 'a\u2028b', 'x'.repeat(121)]) {
      expect(PersonName.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
    }
  })
})
