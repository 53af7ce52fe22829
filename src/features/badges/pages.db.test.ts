import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { focalPoint, holder, person, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { approve } from '../delegations/participants/decide.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { badgesAt, settingsOf } from './queries.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const kenya = focalPoint('KEN')
const ACTORS = new Map([
  ['host', host],
  ['kenya', kenya],
  ['protocol', holder('protocol')],
])
const PLACES = ['', '/held', '/revoked', '/settings']

let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2021-11-25T00:00:00Z')
  site = await openSite(w, {
    authenticate: (request) =>
      ACTORS.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  await w.perform(host, setRules, {
    ...usualRules(SEOUL),
    ...{ needsDocument: false, needsPhoto: false },
  })
  await w.perform(host, reply, { conference, party: 'KEN', mode: 'in-person', level: 'minister' })
  const participants = []
  for (const [name, latinName] of [['Monica Juma'], ['محمد', 'Mohamed'], ['Peter <b>']]) {
    const added = await w.perform(kenya, addMember, {
      ...{ conference, party: 'KEN', submit: true, person: person(`${name}`, { latinName }) },
    })
    participants.push(added.answer.participant)
  }
  await w.perform(host, approve, { conference, participants })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, as = 'host', language = 'en') =>
  site.get(`/${language}/seoul2021/desk/badges${path}`, { Authorization: `Bearer ${as}` })
const html = async (path: string, as = 'host', language = 'en') =>
  (await get(path, as, language)).text()
const send = async (command: string, fields: readonly (readonly [string, string])[]) => {
  const body = new FormData()
  for (const [name, value] of [['conference', conference], ...fields] as const) {
    body.append(name, value)
  }
  body.append(':page', '/seoul2021/desk/badges')
  const answer = await fetch(`${site.origin}/en/deeds/${command}`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { 'Sec-Fetch-Site': 'same-origin', Authorization: 'Bearer host' },
  })
  return answer.status
}
const idsIn = (page: string, name: string) => [
  ...new Set(
    [...page.matchAll(new RegExp(`name="${name}" value="([0-9a-f-]{36})"`, 'g'))].map(
      ([, id = '']) => id,
    ),
  ),
]

describe('the desk of badges', () => {
  it('is the secretariat’s alone', async () => {
    for (const place of PLACES) {
      const all = ['host', 'protocol', 'kenya', 'nobody'].map(
        async (as) => (await get(place, as)).status,
      )
      expect(await Promise.all(all), place).toEqual([200, 403, 403, 303])
    }
  })

  it('says so in words where there is nothing yet', async () => {
    expect(await html('')).toContain('No badge has been issued yet.')
    expect(await html('/held')).toContain('There is no such badge.')
    expect(await html('/revoked')).toContain('No badge has been revoked.')
  })

  it('issues to all who wait, and leads to the paper', async () => {
    const page = await html('')
    expect(page).toContain('Issue badges (3)')
    const ids = idsIn(page, 'participants')
    expect(
      await send(
        'badges.issue',
        ids.map((id) => ['participants', id] as const),
      ),
    ).toBe(303)
    const after = await html('')
    expect(after).toContain('Everybody who is accredited has a badge.')
    const path = /\/en\/seoul2021\/desk\/badges(\/[0-9a-f-]{36}\.pdf)/.exec(after)?.[1] ?? ''
    expect((await get(path)).headers.get('content-type')).toBe('application/pdf')
    expect((await get(path, 'kenya')).status).toBe(403)
  })

  it('finds a badge by name in any script, issues another and takes one out of use', async () => {
    const page = await html('/held?q=moham', 'host', 'ar')
    expect(page).toContain('<bdi>محمد</bdi>')
    expect(page).not.toContain('Monica Juma')
    const [badge = ''] = idsIn(page, 'badges')
    expect(
      await send('badges.revoke', [
        ['badges', badge],
        ['reason', 'lost'],
      ]),
    ).toBe(303)
    const revoked = await html('/revoked')
    expect(revoked).toContain('Lost')
    expect(revoked).toContain('محمد')
    expect(await html('/held?q=moham')).toContain('There is no such badge.')
    expect(await html('/held?q=peter')).toContain('Peter &lt;b&gt;')
    expect((await badgesAt(w.read, SEOUL)).filter((one) => one.revokedAt)).toHaveLength(1)
  })

  it('sets languages, zones and categories by the rows of a form', async () => {
    const { settings } = await settingsOf(w.read, SEOUL)
    const rows = settings.categories.flatMap(({ id, colour, zones }, at) => [
      [`categories.${at}.id`, id] as const,
      [`~categories.${at}.colour`, id === 'media' ? 'black' : colour] as const,
      ...zones.map((zone) => [`~categories.${at}.zones`, zone] as const),
      [`~categories.${at}.name.original`, 'en'] as const,
    ])
    const zones = settings.zones.flatMap(({ id, card }, at) => [
      [`zones.${at}.id`, id] as const,
      [`~zones.${at}.card`, `${card}`] as const,
    ])
    const typed = [
      ...[...rows, ...zones, ['zones.3.id', ''], ['~zones.3.card', 'false']],
      ...[
        ['languages.0', 'ko'],
        ['languages.1', ''],
        ['until.day', ''],
        ['until.clock', ''],
      ],
      ...[
        ['byKind.media', 'media'],
        ['byKind.staff', ''],
      ],
    ] as (readonly [string, string])[]
    expect(await send('badges.set', typed)).toBe(303)
    const now = (await settingsOf(w.read, SEOUL)).settings
    expect(now).toMatchObject({ languages: ['ko'], until: null, byKind: { media: 'media' } })
    expect(now.zones).toEqual(settings.zones)
    expect(now.categories.find(({ id }) => id === 'media')?.colour).toBe('black')
  })
})
