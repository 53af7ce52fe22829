import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { paperBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, person, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { handInDocument } from '../delegations/documents/commands.ts'
import { readAddresses } from '../delegations/invitations/prepare.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { inviteParties } from '../delegations/invitations/send.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const kenya = focalPoint('KEN')
const ACTORS = new Map([
  ['host', host],
  ['kenya', kenya],
  ['france', focalPoint('FRA')],
  ['elsewhere', focalPoint('KEN', 'accra2023')],
  ['reviewer', holder('reviewer')],
  ['protocol', holder('protocol')],
])

let w: World
let site: OpenSite
let draft = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2021-10-01T00:00:00Z')
  site = await openSite(w, {
    authenticate: (request) =>
      ACTORS.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  await w.perform(host, setRules, {
    ...usualRules(SEOUL),
    ...{ replyBy: '2021-10-20', closes: { day: '2021-11-20', clock: '18:00' } },
  })
  await w.perform(host, readAddresses, {
    ...{ conference, addressedTo: 'Permanent Mission' },
    lines:
      'KEN,en,Permanent Mission of Kenya,kenya@mission.example\nFRA,fr,Mission,fr@mission.example',
  })
  await w.perform(host, inviteParties, { conference })
  await w.perform(kenya, reply, { conference, party: 'KEN', mode: 'in-person', level: 'minister' })
  await w.perform(kenya, addMember, {
    ...{ conference, party: 'KEN', submit: true },
    person: person('Monica Juma', { place: 'head', rank: 'minister' }),
  })
  const added = await w.perform(kenya, addMember, {
    ...{ conference, party: 'KEN' },
    person: person('محمد الشناوي', { latinName: 'Mohamed El-Shennawy', accessNeeds: 'A ramp' }),
  })
  draft = String(added.answer.participant)
  const file = await paperBy(w, kenya)
  await w.perform(kenya, handInDocument, {
    ...{ conference, party: 'KEN', kind: 'note-verbale', file, number: 'KEN/17' },
  })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, as: string, language = 'en') =>
  site.get(`/${language}/seoul2021/${path}`, { Authorization: `Bearer ${as}` })
const html = async (path: string, as: string, language = 'en') =>
  (await get(path, as, language)).text()
const statuses = (path: string, ...readers: string[]) =>
  Promise.all(readers.map(async (as) => (await get(path, as)).status))

describe('the page of a delegation', () => {
  it('shows its reply, its people, its note and what waits until when', async () => {
    const page = await html('delegation/KEN', 'kenya')
    for (const said of ['Republic of Kenya', 'In person', 'Monica Juma', 'KEN/17']) {
      expect(page).toContain(said)
    }
    expect(page).toContain('Places taken')
    expect(page).toMatch(/People who need a readable photo[\s\S]*?20 November 2021/)
    expect(page).toContain('action="/en/deeds/delegations.submit"')
    expect(page).not.toContain('Hand in the note verbale</span>')
  })

  it('is read in Arabic, with names in their own direction', async () => {
    const page = await html('delegation/KEN', 'kenya', 'ar')
    expect(page).toContain('<bdi>محمد الشناوي</bdi>')
    expect(page).toContain('<bdi dir="ltr">(Mohamed El-Shennawy)</bdi>')
  })

  it('is for those who answer for it and for those who receive it', async () => {
    expect(await statuses('delegation/KEN', 'kenya', 'host', 'protocol')).toEqual([200, 200, 200])
    expect(await statuses('delegation/KEN', 'france', 'elsewhere', 'reviewer')).toEqual([
      403, 403, 403,
    ])
    expect(await statuses('delegation/KEN', 'nobody')).toEqual([303])
    expect(await statuses('delegation/ZZZ', 'host')).toEqual([404])
    expect(await html('delegation/KEN', 'protocol')).not.toContain('/deeds/delegations.')
  })

  it('says so where the party was never invited', async () => {
    expect(await html('delegation/EGY', 'host')).toContain('No invitation to this delegation')
    expect(await html('delegation/FRA', 'france')).toContain('No reply yet.')
  })
})

describe('the page of a member', () => {
  it('is changed by its own delegation alone', async () => {
    const path = `delegation/KEN/people/${draft}`
    const page = await html(path, 'kenya')
    expect(page).toContain('A ramp</textarea>')
    expect(page).toContain('name="person.latinName"')
    expect(page).toContain('/deeds/delegations.withdraw-member')
    expect(await statuses(path, 'france', 'reviewer')).toEqual([403, 403])
    expect(await statuses(`delegation/FRA/people/${draft}`, 'france', 'host')).toEqual([404, 404])
  })

  it('names another person instead, with the reason', async () => {
    const page = await html(`delegation/KEN/people/${draft}?instead=1`, 'kenya')
    expect(page).toContain('/deeds/delegations.substitute-member')
    expect(page).not.toContain('A ramp</textarea>')
  })

  it('takes a form as a browser sends it, and keeps what was typed where it is refused', async () => {
    const send = async (fields: Record<string, string>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return fetch(`${site.origin}/fr/deeds/delegations.add-member`, {
        ...{ method: 'POST', body, redirect: 'manual' },
        headers: { Authorization: 'Bearer kenya', 'Sec-Fetch-Site': 'same-origin' },
      })
    }
    const typed = {
      ...{ ':page': '/seoul2021/delegation/KEN/people/new', conference, party: 'KEN' },
      ...{ ':then': '/seoul2021/delegation/KEN#people', 'person.name': '김철수' },
      ...{ 'person.sortName': '김철수', 'person.styles.ko': '', 'person.styles.en': '' },
      ...{ 'person.travel.arrives': '', 'person.languages': '', submit: 'false' },
    }
    const refused = await send(typed)
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again).toContain('value="김철수"')
    expect(again).toContain('form-delegations-add-member-person-latinName-wrong')
    const named = { ...typed, 'person.latinName': 'Kim Cheolsu' }
    const unseen = await send({ ...named, submit: 'true' })
    expect(unseen.status).toBe(409)
    expect(await unseen.text()).toMatch(
      /<p [^>]*id="form-delegations-add-member-person-photo-wrong"[^>]*>[^<]*photo/,
    )
    const done = await send(named)
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      '/fr/seoul2021/delegation/KEN#people',
    ])
  })

  it('opens the form that was refused, so that the reason is seen without a script', async () => {
    const body = new FormData()
    const typed = { ':page': `/seoul2021/delegation/KEN/people/${draft}`, conference, reason: '' }
    for (const [name, value] of Object.entries({ ...typed, participant: draft })) {
      body.append(name, value)
    }
    const answer = await fetch(`${site.origin}/en/deeds/delegations.withdraw-member`, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { Authorization: 'Bearer kenya', 'Sec-Fetch-Site': 'same-origin' },
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toMatch(/<details open=""><summary>Withdraw the name<\/summary>/)
    expect(page).toContain('form-delegations-withdraw-member-reason-wrong')
  })

  it('is closed with the names, except for who comes instead', async () => {
    w.clock.turnTo('2021-11-20T09:00:00Z')
    expect(await html('delegation/KEN/people/new', 'kenya')).not.toContain('/deeds/')
    expect(await html('delegation/KEN/people/new', 'host')).toContain('delegations.add-member')
    const page = await html('delegation/KEN', 'kenya')
    expect(page).toContain('Names are closed.')
    expect(page).not.toContain('/deeds/delegations.submit')
    expect(await html(`delegation/KEN/people/${draft}`, 'kenya')).toContain('?instead=1')
  })
})
