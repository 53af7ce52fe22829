import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { developPhotos, paperBy, photoBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, person, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { handInDocument, verifyDocument } from '../delegations/documents/commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { approve, giveBack } from '../delegations/participants/decide.commands.ts'
import { addMember, changeMember } from '../delegations/participants/member.commands.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { participantOf } from '../delegations/participants/queries.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { takeForm } from '../registration/forms.commands.ts'
import { addPerson } from '../registration/register.commands.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const un = holder('un-secretariat')
const kenya = focalPoint('KEN')
const ACTORS = new Map([
  ['host', host],
  ['un', un],
  ['kenya', kenya],
  ['protocol', holder('protocol')],
  ['accra', holder('host-secretariat', 'accra2023')],
])
const QUEUE = 'desk/accreditation'

let w: World
let site: OpenSite
let head = ''
let adviser = ''
let academic = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, {
    authenticate: (request) =>
      ACTORS.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  await w.perform(host, reply, { conference, party: 'KEN', mode: 'in-person', level: 'minister' })
  const add = async (who: object) => {
    const added = await w.perform(kenya, addMember, {
      ...{ conference, party: 'KEN', submit: true, person: who },
    })
    return String(added.answer.participant)
  }
  head = await add(person('Monica Juma', { place: 'head', rank: 'minister' }))
  adviser = await add(person('Peter Otieno', { photo: await photoBy(w, kenya) }))
  await w.perform(host, takeForm, { conference, kind: 'academic' })
  await w.perform(host, addPerson, {
    ...{ conference, kind: 'academic' },
    person: person('ليلى حسن', {
      ...{ latinName: 'Layla Hassan', organisation: 'Cairo', photo: await photoBy(w, host) },
      answers: { subject: 'Peace <studies>' },
    }),
  })
  const found = await w.read
    .selectFrom('participant')
    .select('id')
    .where('kind', '=', 'academic')
    .executeTakeFirstOrThrow()
  academic = found.id
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, as: string, language = 'en') =>
  site.get(`/${language}/seoul2021/${path}`, { Authorization: `Bearer ${as}` })
const html = async (path: string, as = 'host', language = 'en') =>
  (await get(path, as, language)).text()
/** Whom the form of a decision would decide on. */
const decided = (page: string, deed: string) => {
  const form = page.match(
    new RegExp(`action="/en/deeds/delegations\\.${deed}"[\\s\\S]*?</form>`),
  )?.[0]
  return [...(form ?? '').matchAll(/name="participants" value="([^"]+)"/g)].map(([, id]) => id)
}
const stateOf = async (id: string) => (await participantOf(w.read, ParticipantId.parse(id)))?.state

describe('the queue', () => {
  it('says of each person where they come from and what they lack', async () => {
    const page = await html(QUEUE)
    expect(page).toContain('Submitted (3)')
    expect(page).toContain('Monica Juma')
    expect(page).toContain('verified note needed')
    expect(page).toContain('readable photo needed')
    expect(await html(`${QUEUE}?kind=academic`)).not.toContain('Monica Juma')
    expect(await html(`${QUEUE}?party=KEN`)).not.toContain('ليلى حسن')
    expect(await html(`${QUEUE}?state=refused`)).toContain('There is nobody here.')
  })

  it('is for the secretariats of the conference alone', async () => {
    for (const path of [QUEUE, `${QUEUE}/decide`, `${QUEUE}/${head}`]) {
      const all = ['host', 'un', 'kenya', 'protocol', 'accra', 'nobody'].map(
        async (as) => (await get(path, as)).status,
      )
      expect(await Promise.all(all), path).toEqual([200, 200, 403, 403, 403, 303])
    }
    const elsewhere = await site.get(`/en/accra2023/${QUEUE}/${head}`, {
      Authorization: 'Bearer accra',
    })
    expect(elsewhere.status).toBe(404)
  })

  it('lets nobody be accredited who lacks something, and gives back whoever is chosen', async () => {
    const page = await html(`${QUEUE}/decide?${head}=on&${academic}=on`)
    expect(decided(page, 'approve')).toEqual([academic])
    expect(decided(page, 'return').toSorted()).toEqual([head, academic].toSorted())
  })

  it('decides on all of a wish in one act, once nothing is lacking', async () => {
    await developPhotos(w)
    const file = await paperBy(w, kenya)
    const note = { conference, party: 'KEN', kind: 'note-verbale', file }
    const { answer } = await w.perform(kenya, handInDocument, note)
    await w.perform(host, verifyDocument, { conference, document: answer.document })
    const page = await html(`${QUEUE}/decide?all=1&party=KEN`)
    expect(decided(page, 'approve').toSorted()).toEqual([head, adviser].toSorted())
  })
})

describe('the page of one person', () => {
  it('shows answers by the words of the form, and nothing as markup', async () => {
    const page = await html(`${QUEUE}/${academic}`)
    expect(page).toContain('Peace &lt;studies&gt;')
    expect(page).toContain('<bdi>ليلى حسن</bdi>')
    expect(await html(`${QUEUE}/${academic}`, 'host', 'ar')).toContain('dir="rtl"')
  })
})

describe('where two must agree', () => {
  it('the first decides nothing, and a change asks both anew', async () => {
    await w.perform(host, setRules, { ...usualRules(SEOUL), twoAgree: 'everybody' })
    const one = { conference, participants: [adviser] }
    await w.perform(host, approve, one)
    expect(await stateOf(adviser)).toBe('submitted')
    expect(await refusal(w.perform(host, approve, one))).toEqual(['delegations.second-person', 409])
    expect(await html(`${QUEUE}/${adviser}`)).toContain('one has agreed')
    expect(decided(await html(`${QUEUE}/${adviser}`), 'approve')).toEqual([])
    const now = await participantOf(w.read, ParticipantId.parse(adviser))
    await w.perform(kenya, changeMember, {
      ...{ conference, participant: adviser },
      person: { ...now?.person, name: 'Peter O. Otieno' },
    })
    await w.perform(un, approve, one)
    expect(await stateOf(adviser)).toBe('submitted')
    await w.perform(host, approve, one)
    expect(await stateOf(adviser)).toBe('approved')
  })

  it('takes together those whom somebody agrees on first and second', async () => {
    await w.perform(host, approve, { conference, participants: [head] })
    await w.perform(un, approve, { conference, participants: [head, academic] })
    expect([await stateOf(head), await stateOf(academic)]).toEqual(['approved', 'submitted'])
    const reason = 'The letter is not signed.'
    await w.perform(host, giveBack, { conference, participants: [academic], reason })
    expect(await stateOf(academic)).toBe('returned')
  })

  it('asks it only of those who came by a form, where that is meant', async () => {
    await w.perform(host, setRules, { ...usualRules(SEOUL), twoAgree: 'others' })
    await w.perform(kenya, addMember, {
      ...{ conference, party: 'KEN', submit: true },
      person: person('Grace Wanjiku', { rank: 'minister' }),
    })
    const [last] = await w.read
      .selectFrom('participant')
      .select('id')
      .where('rank', '=', 'minister')
      .where('head', '=', false)
      .execute()
    await w.perform(host, approve, { conference, participants: [last?.id] })
    expect(await stateOf(last?.id ?? '')).toBe('approved')
  })
})
