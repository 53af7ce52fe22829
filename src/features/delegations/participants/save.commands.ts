import type { Actor } from '../../../kernel/actor.ts'
import { FileId } from '../../../kernel/ids.ts'
import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import { claimFiles, dropFiles } from '../../../platform/files/uploads.ts'
import { nameOf, topicsOf } from '../save.commands.ts'
import { type Deed, move } from './life.model.ts'
import { type Person, PHOTOS } from './model.ts'
import { digestOfKey, type Participant } from './queries.ts'

/** A person as they stand from now on, and what they were before; null: they are new. */
export interface Move {
  after: Participant
  before: Participant | null
  deed: string
  actor: Actor
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
  actor: circumstances.actor,
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
  agreedBy: after.agreedBy,
  agreedVersion: after.agreedVersion,
  replaces: after.replaces,
  kept: after.kept,
  erasedAt: after.erasedAt,
  language: after.language,
  content: json(person),
})

const json = (person: Person | null) => (person === null ? null : JSON.stringify(person))

/** Saves people; what stood there before is kept as a version. Whoever leaves makes room before somebody comes. */
export async function saveParticipants(db: Writing, moves: readonly Move[]): Promise<void> {
  for (const move of moves) {
    const { after, before, deed, actor, now } = move
    const { id, ...columns } = columnsOf(after)
    if (!before) {
      await db
        .insertInto('participant')
        .values({ id, ...columns })
        .execute()
      await keepFiles(db, move)
      continue
    }
    await db.updateTable('participant').set(columns).where('id', '=', id).execute()
    await db
      .insertInto('participantVersion')
      .values({
        participant: id,
        version: before.version,
        at: now,
        by: nameOf({ actor }),
        deed,
        state: before.state,
        reason: after.reason === before.reason ? null : after.reason,
        content: json(before.person),
      })
      .execute()
    await keepFiles(db, move)
  }
}

/** Papers that people hand in with their answers. */
const PAPERS = ['pdf', ...PHOTOS] as const

const ownerOf = ({ id }: Pick<Participant, 'id'>) => `participant/${id}`

/** Which answers are files is known to the form; whatever looks like one is asked after. */
const papersIn = (person: Person | null): FileId[] =>
  Object.values(person?.answers ?? {}).flatMap((answer) => FileId.safeParse(answer).data ?? [])

/** Files that came are bound to the person, and those that went are gone. */
async function keepFiles(db: Writing, { after, before, actor: by }: Move): Promise<void> {
  const owner = ownerOf(after)
  const photos = [before, after].map((one) => one?.person?.photo ?? null)
  const papers = [before, after].map((one) => papersIn(one?.person ?? null))
  const [old, photo] = photos
  const [gone = [], papersNow = []] = papers
  if (photo && photo !== old) await claimFiles(db, [photo], { by, owner, accepts: PHOTOS })
  const came = papersNow.filter((one) => !gone.includes(one))
  await claimFiles(db, came, { by, owner, accepts: PAPERS })
  const lost = [
    ...(old && old !== photo ? [old] : []),
    ...gone.filter((one) => !papersNow.includes(one)),
  ]
  await dropFiles(db, owner, lost)
  if (old && old !== photo) {
    await db.deleteFrom('participantPortrait').where('participant', '=', after.id).execute()
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
    agreedBy: null,
    agreedVersion: null,
    erasedAt: null,
    portrait: of.person.photo ? 'expected' : 'none',
  },
  before: null,
  deed,
  actor: circumstances.actor,
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
