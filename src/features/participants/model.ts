import type { z } from 'zod'
import type { PartyCode } from '../../kernel/ids.ts'
import { Audience } from '../../kernel/people/audience.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import type { Text } from '../../kernel/text.ts'
import { isAgreed, type Needed, type Signature } from '../conferences/settings.model.ts'
import { DELEGATE, type ParticipantId, type Person } from '../delegations/participants/model.ts'
import { byRank } from '../delegations/ranks.model.ts'

/** A list is for everybody, or for those who take part. */
export const ListAudience = Audience.extract(['public', 'participants'])
export type ListAudience = z.infer<typeof ListAudience>

/** `prepared`: waits for signatures; `set-aside`: another one was prepared in its place. */
export const STATES = ['prepared', 'published', 'set-aside'] as const
export type State = (typeof STATES)[number]

/** What a list says of a person, and no more. */
export const NAMED = [
  'name',
  'sortName',
  'latinName',
  'styles',
  'functions',
  'place',
  'rank',
  'organisation',
] as const satisfies readonly (keyof Person)[]
export type Named = Pick<Person, (typeof NAMED)[number]>

/** A line of a list: somebody who is named, or somebody who is only counted. */
export interface Line {
  /** Null: only counted, and nobody can tell who it is. */
  participant: ParticipantId | null
  kind: string
  party: PartyCode | null
  named: Named | null
}

/** What a list says of somebody: nothing but that they are there, where they asked not to be named. */
export function lineOf({
  id,
  kind,
  party,
  person,
}: {
  id: ParticipantId
  kind: string
  party: PartyCode | null
  person: Person | null
}): Line {
  if (!person || person.unpublished) return { participant: null, kind, party, named: null }
  const named = Object.fromEntries(NAMED.map((field) => [field, person[field]])) as Named
  return { participant: id, kind, party, named }
}

/** A list of participants as it was released, or waits to be. */
export interface List {
  conference: string
  number: number
  state: State
  audience: ListAudience
  note: Text | null
  preparedAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
  lines: readonly Line[]
}

/** How many people of each party or form are counted and not named. */
export const unnamedIn = (lines: readonly Line[]): number =>
  lines.filter(({ named }) => named === null).length

interface Change {
  before: Named
  after: Named
}

/** What one list says otherwise than the one before it. Whoever is only counted is in the numbers alone. */
export interface Difference {
  added: readonly Line[]
  removed: readonly Line[]
  changed: readonly (Line & Change)[]
  /** How many more, or fewer, are counted and not named. */
  unnamed: number
}

/** What a list changes. */
export function differenceOf(before: readonly Line[], after: readonly Line[]): Difference {
  const known = (lines: readonly Line[]) =>
    new Map(lines.flatMap((line) => (line.participant ? [[line.participant, line]] : [])))
  const [old, now] = [known(before), known(after)]
  return {
    added: [...now.values()].filter(({ participant }) => participant && !old.has(participant)),
    removed: [...old.values()].filter(({ participant }) => participant && !now.has(participant)),
    changed: [...now.values()].flatMap((line) => {
      const was = line.participant ? old.get(line.participant)?.named : null
      return was && line.named && !same(was, line.named)
        ? [{ ...line, before: was, after: line.named }]
        : []
    }),
    unnamed: unnamedIn(after) - unnamedIn(before),
  }
}

export const isEmpty = ({ added, removed, changed, unnamed }: Difference): boolean =>
  added.length + removed.length + changed.length === 0 && unnamed === 0

/** A list is published once, when all who must have signed it. */
export function mustBePublishable(
  { state }: Pick<List, 'state'>,
  needed: Needed,
  signatures: readonly Signature[],
): void {
  must(state === 'prepared', 'participants.not-prepared')
  must(isAgreed(needed, signatures), 'participants.not-signed')
}

const PLACES = ['head', 'deputy-head', 'alternate', 'adviser', 'delegate', 'support'] as const

/** Within a delegation: its head, then by place and rank, then by name. */
export const inDelegation =
  (compare: (a: string, b: string) => number) =>
  (one: Line, other: Line): number => {
    if (!one.named || !other.named) return Number(!one.named) - Number(!other.named)
    const place = PLACES.indexOf(one.named.place) - PLACES.indexOf(other.named.place)
    return (
      place ||
      byRank(one.named.rank, other.named.rank) ||
      compare(one.named.sortName, other.named.sortName)
    )
  }

/** Those who stand together in a list: a delegation, or all who came by one form. */
export interface Group {
  party: PartyCode | null
  kind: string
  people: readonly Line[]
  unnamed: number
}

/** The groups of a list: delegations as the host orders them, then the forms; each in its own order. */
export function groupsOf(
  lines: readonly Line[],
  order: readonly PartyCode[],
  compare: (a: string, b: string) => number,
): Group[] {
  const groups = Map.groupBy(lines, ({ party, kind }) => (kind === DELEGATE ? `:${party}` : kind))
  const place = ({ party }: Pick<Group, 'party'>) => {
    const found = party === null ? -1 : order.indexOf(party)
    return found < 0 ? order.length : found
  }
  return [...groups.values()]
    .map((people): Group => {
      const [{ party, kind } = { party: null, kind: '' }] = people
      return {
        ...{ party, kind, unnamed: unnamedIn(people) },
        people: people.filter(({ named }) => named !== null).toSorted(inDelegation(compare)),
      }
    })
    .toSorted(
      (one, other) =>
        Number(one.kind !== DELEGATE) - Number(other.kind !== DELEGATE) ||
        place(one) - place(other) ||
        (one.kind < other.kind ? -1 : 1),
    )
}
