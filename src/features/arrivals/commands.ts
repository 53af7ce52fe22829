import { sql } from 'kysely'
import { PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { isKeeper } from '../privacy/model.ts'
import {
  type Arrival,
  ArrivalId,
  isProtocolDesk,
  Journey,
  mustBeOpen,
  OfArrival,
  OfConference,
  Officer,
  OfficerId,
  travelsFor,
} from './model.ts'
import { arrivalOf, officersAt } from './queries.ts'

const topicsOf = (conference: string, ...parties: readonly string[]) => [
  `arrivals/${conference}`,
  ...parties.map((party) => `arrivals/${conference}/${party}`),
]

async function saveArrival(db: Writing, { id, journey, ...columns }: Arrival): Promise<void> {
  const row = { ...columns, day: journey.day, content: JSON.stringify(journey) }
  await db
    .insertInto('arrival')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

const outcome = {
  save: (db: Writing, arrival: Arrival) => saveArrival(db, arrival),
  subject: ({ id }: Arrival) => `arrival/${id}`,
  answer: ({ id }: Arrival) => ({ arrival: id }),
  touches: ({ conference, party }: Arrival) => topicsOf(conference, party),
}

const known = (found: Arrival | null): Arrival => {
  must(found, 'arrivals.unknown-journey')
  return found
}
const versionOf = (found: Arrival | null) => `${found?.version ?? 0}`
const next = (before: Arrival, news: Partial<Arrival>): Arrival => ({
  ...before,
  ...news,
  version: before.version + 1,
})

/** Tells when and where a delegation arrives or leaves. Its liaison officer is given to it at once, if it has one. */
export const announceArrival = command('arrivals.announce', {
  ...outcome,
  input: OfConference.extend({ party: PartyCode, journey: Journey }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, party }) => ({
    conference: await outlineById(db, conference),
    parties: await partiesOf(db, [party]),
    officers: await officersAt(db, conference),
  }),
  may: (actor, _, { conference, party }) => travelsFor(actor, conference, party),
  decide(found, { conference, party, journey }, { newId }) {
    must(found.conference, 'arrivals.unknown-conference')
    must(found.parties.has(party), 'arrivals.unknown-party')
    const officer = found.officers.find(({ parties }) => parties.includes(party))?.id ?? null
    const id = ArrivalId.parse(newId())
    return { id, conference, party, version: 1, state: 'announced' as const, journey, officer }
  },
})

/** Changes what is known of a journey. */
export const changeArrival = command('arrivals.change', {
  ...outcome,
  input: OfArrival.extend({ journey: Journey }),
  conference: ({ conference }) => conference,
  load: (db, { conference, arrival }) => arrivalOf(db, conference, arrival),
  may: (actor, found, { conference }) =>
    found ? travelsFor(actor, conference, found.party) : isProtocolDesk(actor, conference),
  version: versionOf,
  decide(found: Arrival | null, { journey }) {
    const before = known(found)
    mustBeOpen(before.state)
    return same(before.journey, journey) ? null : next(before, { journey })
  },
})

/** Takes a journey back. */
export const callOffArrival = command('arrivals.call-off', {
  ...outcome,
  input: OfArrival,
  conference: ({ conference }) => conference,
  load: (db, { conference, arrival }) => arrivalOf(db, conference, arrival),
  may: (actor, found, { conference }) =>
    found ? travelsFor(actor, conference, found.party) : isProtocolDesk(actor, conference),
  version: versionOf,
  decide(found: Arrival | null) {
    const before = known(found)
    mustBeOpen(before.state)
    return next(before, { state: 'cancelled' })
  },
})

/** Says who goes to the airport. */
export const giveOfficer = command('arrivals.give-officer', {
  ...outcome,
  input: OfArrival.extend({ officer: OfficerId.nullable() }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, arrival }) => ({
    found: await arrivalOf(db, conference, arrival),
    officers: await officersAt(db, conference),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: ({ found }) => versionOf(found),
  decide({ found, officers }, { officer }) {
    const before = known(found)
    mustBeOpen(before.state)
    must(officer === null || officers.some(({ id }) => id === officer), 'arrivals.unknown-officer')
    return before.officer === officer ? null : next(before, { officer })
  },
})

/** Notes that a delegation was met. */
export const noteMet = command('arrivals.note-met', {
  ...outcome,
  input: OfArrival,
  conference: ({ conference }) => conference,
  load: (db, { conference, arrival }) => arrivalOf(db, conference, arrival),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: versionOf,
  decide(found: Arrival | null) {
    const before = known(found)
    mustBeOpen(before.state)
    return next(before, { state: 'met' })
  },
})

/** Names a liaison officer, or changes what is known of one. A delegation has one: it leaves the officer it had. */
export const keepOfficer = command('arrivals.keep-officer', {
  input: OfConference.extend({ id: OfficerId.nullable().default(null), officer: Officer }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, officer }) => ({
    conference: await outlineById(db, conference),
    officers: await officersAt(db, conference),
    parties: await partiesOf(db, officer.parties),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  version: ({ officers }, { id }) => `${officers.find((one) => one.id === id)?.version ?? 0}`,
  decide({ conference, officers, parties }, { id, officer }, { newId }) {
    must(conference, 'arrivals.unknown-conference')
    must(
      officer.parties.every((code) => parties.has(code)),
      'arrivals.unknown-party',
    )
    const before = officers.find((one) => one.id === id)
    must(id === null || before, 'arrivals.unknown-officer')
    const kept = {
      id: id ?? OfficerId.parse(newId()),
      version: (before?.version ?? 0) + 1,
      officer,
    }
    const others = officers
      .filter((one) => one.id !== id && one.parties.some((code) => officer.parties.includes(code)))
      .map(({ id: other, version, conference: _, ...told }) => ({
        ...{ id: other, version: version + 1 },
        officer: {
          ...told,
          parties: told.parties.filter((code) => !officer.parties.includes(code)),
        },
      }))
    return [kept, ...others]
  },
  async save(db, all, { conference }) {
    for (const { id, version, officer } of all) {
      const row = { conference, version, content: JSON.stringify(officer) }
      await db
        .insertInto('liaisonOfficer')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    }
  },
  subject: ([first]) => `liaison-officer/${first?.id}`,
  answer: ([first]) => ({ officer: first?.id ?? '' }),
  touches: (all, { conference }) =>
    topicsOf(conference, ...all.flatMap(({ officer }) => officer.parties)),
})

/** Takes an officer off the list; their delegations have none, and their journeys wait for another. */
export const dropOfficer = command('arrivals.drop-officer', {
  input: OfConference.extend({ id: OfficerId }),
  conference: ({ conference }) => conference,
  load: (db, { conference }) => officersAt(db, conference),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  decide(officers, { id }) {
    const found = officers.find((one) => one.id === id)
    must(found, 'arrivals.unknown-officer')
    return found
  },
  async save(db, { id }) {
    await db.updateTable('arrival').set({ officer: null }).where('officer', '=', id).execute()
    await db.deleteFrom('liaisonOfficer').where('id', '=', id).execute()
  },
  subject: ({ id }) => `liaison-officer/${id}`,
  touches: ({ parties }, { conference }) => topicsOf(conference, ...parties),
})

/**
 * Ends the time of what is known of journeys: that a delegation came, when and how many, stays; by which flight, what was
 * noted of it and who looked after it is gone.
 */
export const expireTravel = command('arrivals.expire', {
  input: OfConference,
  conference: ({ conference }) => conference,
  load: async (db, { conference }) => ({
    officers: await officersAt(db, conference),
    told: await db
      .selectFrom('arrival')
      .select('id')
      .where('conference', '=', conference)
      .where(sql<boolean>`coalesce(content ->> 'by', content ->> 'note') is not null`)
      .execute(),
  }),
  may: (actor, _, { conference }) => isKeeper(actor) || isProtocolDesk(actor, conference),
  decide: ({ officers, told }) =>
    officers.length + told.length === 0 ? null : { journeys: told.length },
  async save(db, _, { conference }) {
    await db
      .updateTable('arrival')
      .set({ officer: null, content: sql`content || '{"by": null, "note": null}'` })
      .where('conference', '=', conference)
      .execute()
    await db.deleteFrom('liaisonOfficer').where('conference', '=', conference).execute()
  },
  subject: (_, { conference }) => `arrivals/${conference}`,
  answer: ({ journeys }) => ({ journeys }),
  touches: (_, { conference }) => topicsOf(conference),
})
