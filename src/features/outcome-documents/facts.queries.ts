import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import { missing } from '../conferences/settings.model.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { everyOrdering, partiesOf } from '../parties/queries.ts'
import { precedence } from '../protocol/precedence.ts'
import { orderOf } from '../protocol/queries.ts'
import { numbersOf } from './drafting/paragraphs.ts'
import { isPublic, isSecretariat, partiesOfActor, stateAt } from './model.ts'
import { growthOf, standingOf } from './positions.model.ts'
import { mayRead } from './proposals.model.ts'
import {
  type DocumentRow,
  deedsOf,
  documentOf,
  draftsOf,
  type PositionRow,
  positionsOf,
  proposalsOf,
  signaturesOf,
} from './queries.ts'
import type { Adopted, AtWork, PartyPosition } from './shown.ts'

type Compare = (a: string, b: string) => number

/** Who reads, and how. */
export interface Reader {
  actor: Actor
  language: Language
  now: Temporal.Instant
  /** The collation of the language in which the order of protocol is kept. */
  compareIn(language: Language): Compare
}

interface Place {
  outline: Outline
  document: string
}

const dayOf = ({ dates, zone }: Outline, now: Temporal.Instant): string => {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const first = dates?.first ?? today
  return first.length === 10 ? first : today
}

/** Some parties in the order of protocol of the conference. */
export async function inProtocolOrder(
  db: Reading,
  outline: Outline,
  codes: readonly PartyCode[],
  { now, compareIn }: Pick<Reader, 'now' | 'compareIn'>,
): Promise<Party[]> {
  if (codes.length === 0) return []
  const parties = await partiesOf(db, codes)
  const orderings = await everyOrdering(db)
  const { order } = await orderOf(db, ConferenceId.parse(outline.id))
  const { base } = order
  const placed = precedence(
    codes.map((party) => ({ party, rank: null })),
    { ...order, byRank: false },
    {
      ...{ day: dayOf(outline, now), parties },
      compare: compareIn(base.kind === 'alphabetical' ? base.language : 'en'),
      classes: orderings.filter((one) => one.kind === 'classes'),
      seat:
        base.kind === 'seat' ? (orderings.find(({ id }) => id === base.ordering) ?? null) : null,
    },
  )
  return placed.flatMap(({ party }) => parties.get(party) ?? [])
}

/** How each party stands, in the order of protocol. */
async function positionsIn(
  db: Reading,
  { outline }: Place,
  told: readonly PositionRow[],
  numbers: ReadonlyMap<string, number>,
  reader: Reader,
): Promise<PartyPosition[]> {
  const byParty = Map.groupBy(told, ({ party }) => party)
  const parties = await inProtocolOrder(db, outline, [...byParty.keys()], reader)
  return parties.map((party) => {
    const own = byParty.get(party.code) ?? []
    return {
      code: party.code,
      name: nameOn(party, dayOf(outline, reader.now), reader.language).short,
      standing: standingOf(own),
      since: own.at(-1)?.on ?? '',
      acts: own.map(({ act, on, statement, paragraphs, file, byNote }) => ({
        ...{ act, on, statement, file, byNote },
        paragraphs: paragraphs.map((id) => `${numbers.get(id) ?? ''}`).filter(Boolean),
      })),
    }
  })
}

/** An adopted document; null: there is none, whatever is being drafted. */
export async function adoptedDocument(
  db: Reading,
  place: Place,
  reader: Reader,
): Promise<Adopted | null> {
  const of = { conference: ConferenceId.parse(place.outline.id), document: place.document }
  const row = await documentOf(db, of)
  if (!row || !isPublic(row.state) || row.adoptedOn === null) return null
  const adopted = (await draftsOf(db, of)).find(({ number }) => number === row.draft)
  const paragraphs = adopted?.paragraphs ?? []
  const told = await positionsOf(db, of)
  const { document, settings, state, adoptedOn } = row
  return {
    ...{ document, settings, state, adoptedOn, paragraphs },
    positions: await positionsIn(db, place, told, numbersOf(paragraphs), reader),
    growth: growthOf(told),
  }
}

/** Everything about a document that this reader may see; null: there is no such document for them. */
export async function documentAtWork(
  db: Reading,
  place: Place,
  reader: Reader,
): Promise<AtWork | null> {
  const { outline } = place
  const conference = ConferenceId.parse(outline.id)
  const of = { conference, document: place.document }
  const row = await documentOf(db, of)
  if (!row) return null
  const secretariat = isSecretariat(reader.actor, conference)
  const drafts = (await draftsOf(db, of)).filter((one) => secretariat || one.circulatedAt !== null)
  if (!secretariat && drafts.length === 0) return null
  const current = drafts.find(({ number }) => number === row.draft)
  const told = await positionsOf(db, of)
  const signatures = row.draft === null ? [] : await signaturesOf(db, of, row.draft)
  const names = await namesOf(
    db,
    signatures.map(({ signedBy }) => signedBy),
  )
  const { document, settings, draft, deadline, adoptedOn } = row
  return {
    ...{ conference, zone: outline.zone, document, settings, draft, deadline, adoptedOn, drafts },
    state: stateAt(row, reader.now),
    deeds: await deedsFor(db, place, row, reader, secretariat),
    proposals: await proposalsFor(db, place, row, reader, secretariat),
    positions: await positionsIn(db, place, told, numbersOf(current?.paragraphs ?? []), reader),
    growth: growthOf(told),
    signed: secretariat
      ? signatures.map(({ side, signedBy, signedAt }) => ({
          ...{ side, at: signedAt, name: names.get(signedBy) ?? null },
        }))
      : [],
    missing: missing(settings.signOffs, signatures),
  }
}

/** What was done; who objected and why is for those who may read what delegations say. */
async function deedsFor(
  db: Reading,
  { outline }: Place,
  row: DocumentRow,
  reader: Reader,
  secretariat: boolean,
): Promise<AtWork['deeds']> {
  const of = { conference: ConferenceId.parse(row.conference), document: row.document }
  const deeds = await deedsOf(db, of)
  const own = partiesOfActor(reader.actor, row.conference)
  const open = secretariat || row.settings.proposalsSeenBy === 'delegations'
  const parties = await partiesOf(
    db,
    deeds.flatMap(({ party }) => party ?? []),
  )
  const names = await namesOf(db, secretariat ? deeds.map(({ by }) => by) : [])
  const shown = deeds.filter(({ deed }) => secretariat || IN_SIGHT.has(deed))
  return shown.map(({ deed, at, by, draft, deadline, party, reason }) => {
    const known = party && parties.get(party)
    const mine = open || (party !== null && own.includes(party))
    return {
      ...{ deed, at, draft, deadline, by: names.get(by) ?? null },
      party:
        mine && known ? nameOn(known, dayOf(outline, reader.now), reader.language).short : null,
      reason: mine ? reason : null,
    }
  })
}

/** What delegations hear of; the work on a draft before it is circulated is the secretariat's. */
const IN_SIGHT = new Set([
  'circulate',
  'begin-silence',
  'object',
  'stop-silence',
  'adopt',
  'close',
  'reopen',
])

async function proposalsFor(
  db: Reading,
  { outline }: Place,
  row: DocumentRow,
  reader: Reader,
  secretariat: boolean,
): Promise<AtWork['proposals']> {
  const of = { conference: ConferenceId.parse(row.conference), document: row.document }
  const parties = partiesOfActor(reader.actor, row.conference)
  const seenBy = row.settings.proposalsSeenBy
  const all = (await proposalsOf(db, of)).filter((one) =>
    mayRead(one, { secretariat, parties, seenBy }),
  )
  const named = await partiesOf(db, [...new Set(all.map(({ party }) => party))])
  return all.map((one) => {
    const party = named.get(one.party)
    return {
      ...one,
      partyName: party
        ? nameOn(party, dayOf(outline, reader.now), reader.language).short
        : one.party,
      own: parties.includes(one.party),
    }
  })
}

/** The names of those who did something, by `account/0190…`. */
async function namesOf(
  db: Reading,
  doers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = doers.flatMap((doer) =>
    doer.startsWith('account/') ? [doer.slice('account/'.length)] : [],
  )
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['account', 'name'])
    .where('account', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.map(({ account, name }) => [`account/${account}`, name]))
}

/** How many proposals nobody has answered. */
export const openProposals = (db: Reading, conference: string): Promise<number> =>
  db
    .selectFrom('outcomeProposal')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('conference', '=', conference)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
    .then(({ count }) => count)
