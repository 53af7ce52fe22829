import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { MailAddress } from '../../kernel/people/address.ts'
import { must } from '../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Topic,
  type Writing,
} from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { erase } from '../delegations/participants/erase.commands.ts'
import { afterChange, changedIn } from '../delegations/participants/fields.model.ts'
import { Kind, ParticipantId, Person } from '../delegations/participants/model.ts'
import { digestOfKey, type Participant } from '../delegations/participants/queries.ts'
import {
  begun,
  changed,
  keepKey,
  type Move,
  moved,
  saveParticipants,
  secretFrom,
  topicsOfAll,
} from '../delegations/participants/save.commands.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { dropStarts } from './expire.commands.ts'
import { answeredTo, mustBeFilledIn, type Preset, takesPeople } from './forms.model.ts'
import { formOf, holderOf, linksTo, ofOrganisation, registeredAs } from './queries.ts'

const Key = z.string().min(20).max(200)

/** So many links go to one address in an hour; whoever asks for more is told the same and gets none. */
const MOST_LINKS = 3
const HOUR = { hours: 1 }

/** Sends a link to an address: the form stands behind it, or what was filled in before. Nobody is told which. */
export const begin = command('registration.begin', {
  input: z.strictObject({
    conference: ConferenceId,
    kind: Kind,
    address: z.string().trim().toLowerCase().pipe(MailAddress),
    language: Language,
  }),
  conference: (input) => input.conference,
  load: async (db, { conference, kind, address }) => ({
    zone: (await outlineById(db, conference))?.zone ?? null,
    kept: await formOf(db, conference, kind),
    links: await linksTo(db, conference, address),
    registered: await registeredAs(db, { conference, kind, address }),
  }),
  may: () => true,
  decide({ zone, kept, links, registered }, _, { now, newId }) {
    must(kept && zone, 'registration.unknown-form')
    must(registered || takesPeople(kept.form, zone, now), 'registration.closed')
    const recent = links.filter((at) => Temporal.Instant.compare(at, now.subtract(HOUR)) > 0)
    if (recent.length >= MOST_LINKS) return null
    return { key: secretFrom(newId), registered, now }
  },
  async save(db, { key, registered, now }, { conference, kind, address, language }) {
    await db
      .insertInto('registrationStart')
      .values({ digest: digestOfKey(key), conference, kind, address, language, at: now })
      .execute()
    if (registered) await keepKey(db, registered, key, now)
  },
  // Not who asked: an address is personal.
  subject: (_, { conference, kind }) => `registration-form/${conference}/${kind}`,
  touches: () => [],
  errands: ({ key }) => [{ job: 'platform.mail', data: { mail: 'registration.link', key } }],
})

const loaded = async (db: Writing, { key }: { key: string }) => {
  const { start, participant } = await holderOf(db, key)
  const of = participant ?? start
  const kept = of && (await formOf(db, of.conference, of.kind))
  return {
    start,
    participant,
    form: kept?.form ?? null,
    zone: of && ((await outlineById(db, of.conference))?.zone ?? null),
  }
}

const photos = ({ after, before }: Move): Errand[] =>
  after.person?.photo && after.person.photo !== before?.person?.photo
    ? [{ job: 'delegations.portrait', data: { participant: after.id, file: after.person.photo } }]
    : []

const outcome = {
  subject: ({ after }: Move) => `participant/${after.id}`,
  answer: ({ after }: Move) => ({ state: after.state }),
  touches: ({ after }: Move): Topic[] => topicsOfAll([after]),
}

/** What somebody fills in, as it is kept: their proven address, their answers, and no place in a delegation. */
function filledIn(form: Preset, given: Person, address: string | null): Person {
  mustBeFilledIn(form, given)
  return {
    ...given,
    address: address ?? given.address,
    place: 'delegate',
    rank: 'official',
    answers: answeredTo(form, given.answers),
  }
}

/** Somebody who followed their link registers. */
export const register = command('registration.register', {
  ...outcome,
  input: z.strictObject({ conference: ConferenceId, key: Key, person: Person }),
  conference: (input) => input.conference,
  async load(db, input) {
    const found = await loaded(db, input)
    const { organisation } = input.person
    const colleagues =
      found.start && organisation
        ? await ofOrganisation(db, found.start.conference, found.start.kind, organisation)
        : 0
    return { ...found, colleagues }
  },
  may: (_, { start, participant }, { conference }) =>
    (start ?? participant)?.conference === conference,
  decide({ start, participant, form, zone, colleagues }, { person }, circumstances) {
    // The same form, sent once more: it has been done.
    if (participant) return null
    must(start && form && zone, 'registration.unknown-form')
    must(takesPeople(form, zone, circumstances.now), 'registration.closed')
    must(form.most === null || colleagues < form.most, 'registration.enough-of-organisation', {
      most: form.most ?? 0,
    })
    const { conference, kind, address, language } = start
    return begun(
      {
        ...{ id: ParticipantId.parse(circumstances.newId()), conference, kind, party: null },
        ...{
          state: 'submitted',
          kept: form.kept,
          language,
          person: filledIn(form, person, address),
        },
      },
      'register',
      circumstances,
    )
  },
  async save(db, move, { key }) {
    await saveParticipants(db, [move])
    await keepKey(db, move.after.id, key, move.now)
    await db.deleteFrom('registrationStart').where('digest', '=', digestOfKey(key)).execute()
  },
  errands: (move, { key }) => [
    ...photos(move),
    { job: 'platform.mail', data: { mail: 'registration.received', key } },
  ],
})

/** Whom a link belongs to. */
const holder = (participant: Participant | null, conference: ConferenceId) =>
  participant?.conference === conference && participant.person !== null

const ByLink = z.strictObject({ conference: ConferenceId, key: Key })

/** Somebody changes what they filled in; what was vetted is vetted again, and what came back is handed in. */
export const changeRegistration = command('registration.change', {
  ...outcome,
  input: ByLink.extend({ person: Person }),
  conference: (input) => input.conference,
  load: (db, input) => loaded(db, input),
  may: (_, { participant }, { conference }) => holder(participant, conference),
  version: ({ participant }) => `${participant?.version ?? 0}`,
  decide({ participant, form, zone }, { person: given }, circumstances) {
    must(participant?.person && form && zone, 'registration.unknown-form')
    const person = filledIn(form, given, participant.person.address)
    const fields = changedIn(participant.person, person)
    moved(participant, 'revise', circumstances)
    if (fields.length === 0 && participant.state !== 'returned') return null
    const closed = !takesPeople(form, zone, circumstances.now) && participant.state !== 'returned'
    const state = afterChange(participant.state, fields, { secretariat: false, closed })
    const handedIn = state === 'returned' && ({ state: 'submitted', reason: null } as const)
    return changed(participant, { person, state, ...handedIn }, 'change', circumstances)
  },
  save: (db, move) => saveParticipants(db, [move]),
  errands: photos,
})

/** Somebody does not come. */
export const withdrawRegistration = command('registration.withdraw', {
  ...outcome,
  input: ByLink,
  conference: (input) => input.conference,
  load: (db, input) => loaded(db, input),
  may: (_, { participant }, { conference }) => holder(participant, conference),
  decide: ({ participant }, _, circumstances: Circumstances) => {
    must(participant, 'registration.unknown-form')
    return moved(participant, 'withdraw', circumstances)
  },
  save: (db, move) => saveParticipants(db, [move]),
})

/** Somebody takes back all that is kept of them. */
export const eraseRegistration = command('registration.erase', {
  input: ByLink,
  conference: (input) => input.conference,
  load: (db, input) => loaded(db, input),
  may: (_, { participant }, { conference }) => holder(participant, conference),
  decide: ({ participant }, _, { now }) => {
    must(participant, 'registration.unknown-form')
    return { participant, now }
  },
  async save(db, { participant, now }) {
    const address = participant.person?.address?.toLowerCase()
    await erase(db, [participant], now)
    if (address) await dropStarts(db, { conference: participant.conference, address })
  },
  subject: ({ participant }) => `participant/${participant.id}`,
  touches: ({ participant }) => topicsOfAll([participant]),
})

/** The secretariat adds somebody by a form that others cannot use: its own staff above all. */
export const addPerson = command('registration.add-person', {
  ...outcome,
  input: z.strictObject({ conference: ConferenceId, kind: Kind, person: Person }),
  conference: (input) => input.conference,
  load: (db, { conference, kind }) => formOf(db, conference, kind),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(kept, { conference, kind, person }, circumstances) {
    must(kept, 'registration.unknown-form')
    return begun(
      {
        ...{ id: ParticipantId.parse(circumstances.newId()), conference, kind, party: null },
        state: 'submitted',
        kept: kept.form.kept,
        person: filledIn(kept.form, person, null),
      },
      'add-person',
      circumstances,
    )
  },
  save: (db, move) => saveParticipants(db, [move]),
  errands: photos,
})
