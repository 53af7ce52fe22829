import { formOf } from '../../../features/registration/queries.ts'
import { ANONYMOUS } from '../../../kernel/actor.ts'
import type { ConferenceId } from '../../../kernel/ids.ts'
import { developPhotos, photoBy } from '../../delegations/files.ts'
import { person } from '../../delegations/people.ts'
import { PARTNER, PLACES } from '../actors.ts'
import { paperWith, type Stage, said } from './stage.ts'

/** The delegation of the party of the stage: invited, on its way, and accredited in part. */
export async function delegation(stage: Stage): Promise<void> {
  await invitation(stage)
  await members(stage)
  await papers(stage)
  await press(stage)
  await journeys(stage)
  await doors(stage)
}

async function invitation({ does, host, focal, canary, conference, party }: Stage) {
  await does(host, 'delegations.set-rules', {
    ...{ conference, quota: { state: 6, 'observer-state': 6, organisation: 4 } },
    ...{ headRank: 'minister', language: 'en', replyBy: null, closes: null },
    ...{ needsDocument: false, needsPhoto: false, from: null, letter: null },
  })
  await does(host, 'delegations.prepare-invitations', {
    ...{ conference, parties: [party, PLACES.beside.party, PARTNER] },
    addressedTo: 'Permanent Mission',
  })
  await does(host, 'delegations.change-invitation', {
    ...{ conference, party },
    invitation: {
      ...{ language: 'en', addressedTo: canary('the addressee of an invitation') },
      addresses: [`${canary('the address of an invitation')}@mission.example`],
    },
  })
  for (const code of [party, PLACES.beside.party, PARTNER]) {
    const reply = { conference, party: code, mode: 'in-person', level: 'minister' }
    await does(code === party ? focal : host, 'delegations.reply', reply)
  }
}

async function members(stage: Stage) {
  const { w, does, host, focal, canary, known, conference, party } = stage
  const add = async (about: object, submit: boolean) =>
    (await does(focal, 'delegations.add-member', { conference, party, submit, person: about }))
      .participant
  const draft = person(canary('the name of a member in draft'))
  await add(draft, false)
  const whole = person(canary('the name of a member'), {
    ...{ place: 'head', rank: 'minister', photo: await photoBy(w, focal) },
    accessNeeds: canary('the access needs of a member'),
    address: `${canary('the address of a member')}@mfa.example`,
    telephone: `+82 2 ${stage.canaryNumber('the telephone of a member', 71_394)}`,
    travel: { arrives: '2021-12-06', departs: null, by: canary('the travel of a member') },
  })
  const participant = await add(whole, true)
  const quiet = person(canary('the name of a member that is not for publication'), {
    unpublished: true,
  })
  const participants = [participant, await add(quiet, true)]
  await developPhotos(w)
  await does(host, 'delegations.approve', { conference, participants })
  await does(host, 'badges.issue', { conference, participants })
  await does(host, 'participants.prepare', { conference, audience: 'participants' })
  await does(host, 'participants.publish', { conference, number: 1 })
  const returned = await add(person('Somebody returned'), true)
  await does(host, 'delegations.return', {
    ...{ conference, participants: [returned] },
    reason: canary('the reason for which a member came back'),
  })
  Object.assign(known, { participant, participants, person: person('Somebody') })
}

async function papers(stage: Stage) {
  const { does, host, focal, canary, known, of, conference, party } = stage
  const file = await paperWith(stage, focal, canary('the note of a delegation'))
  const handed = await does(focal, 'delegations.hand-in-document', {
    ...{ conference, party, kind: 'note-verbale', file },
    ...{ number: canary('the number of a note'), dated: '2021-11-01' },
  })
  const { document } = handed
  await does(host, 'delegations.decline-document', {
    ...{ conference, document, reason: canary('the reason for which a note came back') },
  })
  known.file = file
  for (const deed of ['verify', 'decline']) of[`delegations.${deed}-document`] = { document }
  of['delegations.document'] = { document }
}

/** A journalist who registered by the link in a letter. */
async function press(stage: Stage) {
  const { w, does, host, canary, known, of, conference } = stage
  const kind = 'media'
  await does(host, 'registration.take-form', { conference, kind })
  const kept = await formOf(w.read, conference as ConferenceId, kind)
  await does(host, 'registration.set-form', { ...kept?.form, open: true })
  const address = `${canary('the address of a journalist')}@gazette.example`
  await does(ANONYMOUS, 'registration.begin', { conference, kind, address, language: 'en' })
  const letters = await w.letters()
  const link = letters.flatMap(({ text }) => /registration\?key=(\w+)/.exec(text ?? '')?.[1] ?? [])
  const letter = await paperWith(stage, ANONYMOUS, canary('the letter of a journalist'))
  const about = person(canary('the name of a journalist'), {
    ...{ organisation: 'Gazette', photo: await photoBy(w, ANONYMOUS) },
    accessNeeds: canary('the access needs of a journalist'),
    answers: {
      ...{ medium: 'radio', 'work--reporting': 'true', letter },
    },
  })
  await does(ANONYMOUS, 'registration.register', { conference, key: link[0], person: about })
  for (const deed of ['register', 'change', 'withdraw', 'erase']) {
    of[`registration.${deed}`] = { key: link[0] }
  }
  const { id } = await w.read
    .selectFrom('participant')
    .select('id')
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  Object.assign(known, { kind, journalist: id })
}

async function journeys({ does, protocol, focal, canary, known, of, conference, party }: Stage) {
  const officer = { name: canary('the name of a liaison officer'), parties: [party] }
  const kept = await does(protocol, 'arrivals.keep-officer', { conference, officer })
  const journey = {
    ...{ direction: 'arrival', day: '2021-12-06', people: 4, place: 'Incheon' },
    by: canary('the flight of a delegation'),
  }
  const announced = await does(focal, 'arrivals.announce', { conference, party, journey })
  await does(protocol, 'arrivals.issue-visa-letters', {
    ...{ conference, participants: known.participants, language: 'en' },
  })
  of['arrivals.drop-officer'] = { id: kept.officer }
  Object.assign(known, { arrival: announced.arrival, officer: kept.officer, journey })
  const plan = { name: said(canary('the plan of a hall')), rows: [4, 4] }
  const added = await does(protocol, 'protocol.add-seating', { conference, plan })
  const order = {
    ...{ base: { kind: 'alphabetical', language: 'en' } },
    reason: canary('the reason of an order of precedence'),
  }
  await does(protocol, 'protocol.set-order', { conference, order })
  Object.assign(known, { seating: added.seating, block: 1 })
}

async function doors({ w, does, protocol, focal, canary, known, of, conference, party }: Stage) {
  const opened = await does(protocol, 'checkin.open-door', {
    ...{ conference, zone: 'venue', name: canary('the name of a door') },
  })
  const door = await w.read
    .selectFrom('door')
    .selectAll()
    .where('id', '=', String(opened.door) as never)
    .executeTakeFirstOrThrow()
  of['checkin.open-door'] = { zone: 'venue' }
  of['badges.issue-cards'] = { zone: 'venue' }
  of['checkin.record-scans'] = { key: (door as unknown as { key: string }).key }
  const badge = await w.read.selectFrom('badge').select('id').executeTakeFirstOrThrow()
  Object.assign(known, { door: opened.door, badge: badge.id, badges: [badge.id] })
  const rooms = { seats: 12, opens: '09:00', closes: '18:00' }
  const room = await does(protocol, 'bilaterals.keep-room', {
    ...{ conference, room: { ...rooms, name: said(canary('the room of a bilateral')) } },
  })
  const asked = await does(focal, 'bilaterals.ask', {
    ...{ conference, asking: party, asked: PARTNER },
    wishes: { subject: canary('the subject of a bilateral') },
  })
  const { bilateral } = asked
  await does(protocol, 'bilaterals.accept', { conference, bilateral })
  const place = { day: '2021-12-07', from: '10:00', to: '10:30', room: room.room }
  await does(protocol, 'bilaterals.schedule', { conference, bilateral, place })
  known.bilateral = bilateral
  const other = await does(protocol, 'bilaterals.ask', {
    ...{ conference, asking: 'GHA', asked: party, wishes: {} },
  })
  for (const deed of ['accept', 'decline']) {
    of[`bilaterals.${deed}: as those who are asked`] = { bilateral: other.bilateral }
  }
  of['bilaterals.drop-room'] = { id: room.room }
  of['bilaterals.schedule'] = { place }
}
