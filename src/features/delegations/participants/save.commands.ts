import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import { nameOf, topicsOf } from '../save.commands.ts'
import { type Deed, move } from './life.model.ts'
import type { Person } from './model.ts'
import { digestOfKey, type Participant } from './queries.ts'

/** A person as they stand from now on, and what they were before; null: they are new. */
export interface Move {
  after: Participant
  before: Participant | null
  deed: string
  by: string
  now: Temporal.Instant
}

/** The next version of a person. */
export const changed = (
  before: Participant,
  news: Partial<Participant>,
  deed: string,
  circumstances: Circumstances,
): Move => ({
  after: { ...before, ...news, version: before.version + 1, changedAt: circumstances.now },
  before,
  deed,
  by: nameOf(circumstances),
  now: circumstances.now,
})

/** A person in the state after a deed, with what is said of it; a decision says who made it and when. */
export function moved(
  before: Participant,
  deed: Deed,
  circumstances: Circumstances,
  reason: string | null = null,
): Move {
  const { now } = circumstances
  const handedIn = deed === 'submit' && { submittedAt: now }
  const decided = deed !== 'submit' &&
    deed !== 'revise' && { decidedAt: now, decidedBy: nameOf(circumstances), reason }
  const state = move(before.state, deed)
  return changed(before, { state, ...handedIn, ...decided }, deed, circumstances)
}

/** What is kept of a person beside what they are themselves. */
export const columnsOf = ({ person, ...after }: Omit<Participant, 'portrait'>) => ({
  id: after.id,
  conference: after.conference,
  kind: after.kind,
  party: after.party,
  state: after.state,
  version: after.version,
  head: person ? person.place === 'head' : after.head,
  rank: person?.rank ?? after.rank,
  createdAt: after.createdAt,
  createdBy: after.createdBy,
  changedAt: after.changedAt,
  submittedAt: after.submittedAt,
  decidedAt: after.decidedAt,
  decidedBy: after.decidedBy,
  reason: after.reason,
  replaces: after.replaces,
  kept: after.kept,
  erasedAt: after.erasedAt,
  language: after.language,
  content: json(person),
})

const json = (person: Person | null) => (person === null ? null : JSON.stringify(person))

/** Saves people; what stood there before is kept as a version. Whoever leaves makes room before somebody comes. */
export async function saveParticipants(db: Writing, moves: readonly Move[]): Promise<void> {
  for (const { after, before, deed, by, now } of moves) {
    const { id, ...columns } = columnsOf(after)
    if (!before) {
      await db
        .insertInto('participant')
        .values({ id, ...columns })
        .execute()
      continue
    }
    await db.updateTable('participant').set(columns).where('id', '=', id).execute()
    await db
      .insertInto('participantVersion')
      .values({
        participant: id,
        version: before.version,
        at: now,
        by,
        deed,
        state: before.state,
        reason: after.reason === before.reason ? null : after.reason,
        content: json(before.person),
      })
      .execute()
    if (before.person?.photo && before.person.photo !== after.person?.photo) {
      await db.deleteFrom('participantPortrait').where('participant', '=', id).execute()
    }
  }
}

/** A person who was not there before. */
export const begun = (
  of: Pick<Participant, 'id' | 'conference' | 'kind' | 'party' | 'state'> & {
    person: Person
    replaces?: Participant['replaces']
    kept?: Participant['kept']
    language?: Participant['language']
  },
  deed: string,
  circumstances: Circumstances,
): Move => ({
  after: {
    replaces: null,
    kept: 'record',
    language: null,
    ...of,
    version: 1,
    head: of.person.place === 'head',
    rank: of.person.rank,
    createdAt: circumstances.now,
    createdBy: nameOf(circumstances),
    changedAt: circumstances.now,
    submittedAt: of.state === 'submitted' ? circumstances.now : null,
    decidedAt: null,
    decidedBy: null,
    reason: null,
    erasedAt: null,
    portrait: of.person.photo ? 'expected' : 'none',
  },
  before: null,
  deed,
  by: nameOf(circumstances),
  now: circumstances.now,
})

/** Pages that show a person. */
export const topicsOfAll = (
  people: readonly Pick<Participant, 'conference' | 'party'>[],
): Topic[] => [
  ...new Set(
    people.flatMap(({ conference, party }) => topicsOf(conference, ...(party ? [party] : []))),
  ),
]

/** Keeps what a person's link hashes to; the link itself is in their letter only. */
export const keepKey = (
  db: Writing,
  participant: Participant['id'],
  key: string,
  at: Temporal.Instant,
) =>
  db
    .insertInto('participantKey')
    .values({ digest: digestOfKey(key), participant, at })
    .execute()

/** A secret that nobody guesses: twice the 74 random bits of an identifier. */
export const secretFrom = (newId: () => string): string =>
  `${newId()}${newId()}`.replaceAll('-', '')
