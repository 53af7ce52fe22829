import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Audience } from '../../kernel/people/audience.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type PledgeFacts, pledgeFacts } from '../pledges/find/facts.queries.ts'
import { type Done, toldToDelegations } from '../pledges/history/done.ts'
import { canMove, isPublic, mayAmend, mayWrite, type State } from '../pledges/life.model.ts'
import type { Alike } from '../pledges/likeness/alike.ts'
import { likeTo } from '../pledges/likeness/queries.ts'
import type { Element, PledgeId } from '../pledges/model.ts'
import { deedsOf, historyOf, type PledgeRecord, recordOf, recordsOf } from '../pledges/queries.ts'
import { giversOf, partiesOf } from '../pledges/shares.model.ts'
import { type Sighted, sightOf } from '../pledges/sight.model.ts'
import { elementsIn, elementsWritten } from '../pledges/terms/assessability.ts'
import { pledgeSeenBy } from '../pledges/terms/at-work.ts'
import { differencesBetween } from '../pledges/terms/versions.ts'
import {
  type Invitation,
  invitationsOf,
  sketchOf,
  submissionsOf,
} from '../pledges/writing/queries.ts'
import type { Hand, Problem, Sketch } from '../pledges/writing/sketch.model.ts'
import { sketchFrom } from '../pledges/writing/sketch-from.ts'
import { termsFrom } from '../pledges/writing/terms-from.ts'

/** Everything that decides who may know of a record. */
export const sightedOf = (record: PledgeRecord, invited: readonly PartyCode[]): Sighted => ({
  ...{ conference: record.conference, lead: record.lead, onBehalf: record.onBehalf, invited },
  ...{ state: record.state, announcedOn: record.announcedOn, audience: record.audience },
  givers: giversOf(record.terms.shares),
  parties: partiesOf(record.terms.shares),
  handedIn: record.handedInAt !== null,
})

/** A pledge of a delegation, as a line of its list. */
export interface OwnLine {
  id: PledgeId
  state: State
  title: PledgeRecord['terms']['title']
  lead: PartyCode | null
  isPublic: boolean
  releaseAt: Temporal.Instant | null
  /** Whether the party was asked for its consent and has not answered. */
  isAsked: boolean
  /** Whether its author has typed something that is not handed in. */
  isWritten: boolean
}

/** The pledges of a delegation at a conference, as far as the reader may know of them, by identifier. */
export async function ownPledges(
  db: Reading,
  conference: string,
  party: PartyCode,
  actor: Actor,
): Promise<OwnLine[]> {
  const { rows } = await sql<{ id: PledgeId; invited: PartyCode[]; sketch: Sketch | null }>`
    select pledge.id, array(
        select party from pledge_invitation where pledge = pledge.id order by party
      ) as invited,
      (select content from pledge_sketch where pledge = pledge.id and side = 'author') as sketch
    from pledge
    where conference = ${conference} and (
      lead = ${party}
      or facets @> array[${`party:${party}`}]
      or (not listed and terms->'shares' @> ${JSON.stringify([{ party }])}::jsonb)
    )`.execute(db)
  if (rows.length === 0) return []
  const records = await recordsOf(
    db,
    rows.map(({ id }) => id),
  )
  return records.flatMap((record): OwnLine[] => {
    const row = rows.find(({ id }) => id === record.id)
    const invited = row?.invited ?? []
    if (sightOf(actor, sightedOf(record, invited)) === null) return []
    const own = record.terms.shares.filter((share) => share.party === party)
    const isAuthor = mayWrite(actor, sightedOf(record, invited))
    const typed = isAuthor && row?.sketch ? understood(record, row.sketch).terms.title : null
    return [
      {
        ...{ id: record.id, state: record.state, lead: record.lead, releaseAt: record.releaseAt },
        title: typed ?? record.terms.title,
        isPublic: isPublic(record),
        isAsked:
          record.lead !== party &&
          record.state !== 'withdrawn' &&
          invited.includes(party) &&
          own.some(({ consent }) => consent === 'named'),
        isWritten: isAuthor && row?.sketch != null,
      },
    ]
  })
}

const understood = (record: PledgeRecord, sketch: Sketch) =>
  termsFrom(sketch, {
    ...{ conference: record.terms.conference, lead: record.lead, before: record.terms },
  })

/** A pledge with everything that its page for those who work on it shows. */
export interface OwnPledge {
  party: PartyCode
  conference: string
  reader: Audience
  /** Whose hand the reader writes with: what one has typed, the other does not see. Null: with none. */
  hand: Hand | null
  isAuthor: boolean
  record: PledgeRecord
  /** As the reader sees it; its author, as it is written now. */
  facts: PledgeFacts
  invitations: readonly Invitation[]
  deeds: readonly Done[]
  /** What its author writes: what was typed, what of it cannot be understood yet, and its version. */
  writing: { sketch: Sketch; problems: readonly Problem[]; version: string; isOpen: boolean } | null
  /** What an amendment would change, or what changed since it was handed in before. */
  differences: ReturnType<typeof differencesBetween>
  /** What stood before these. */
  before: PledgeRecord['terms']
  /** Whether the reader can write on it now. */
  canWrite: boolean
  elements: readonly Element[]
  alike: readonly (Alike & { title: PledgeRecord['terms']['title']; isPublic: boolean })[]
}

/** The pledge, where it is the party's and the reader may know of it. */
export async function ownPledge(
  db: Reading,
  { conference, party, id }: { conference: string; party: PartyCode; id: PledgeId },
  actor: Actor,
): Promise<OwnPledge | null> {
  const record = await recordOf(db, id)
  const isTheirs =
    record?.conference === conference &&
    (record.lead === party || record.terms.shares.some((share) => share.party === party))
  if (!record || !isTheirs) return null
  const invitations = await invitationsOf(db, id)
  const sighted = sightedOf(
    record,
    invitations.map((one) => one.party),
  )
  const reader = sightOf(actor, sighted)
  if (reader === null) return null
  const hand = handOf(actor, sighted)
  const isAuthor = hand !== null
  const writing = isAuthor ? await writingOf(db, record, hand) : null
  const terms = writing && !isPublic(record) ? writing.understood.terms : record.terms
  // Whoever wrote it sees all of it, also what is meant for the secretariat alone.
  const pledge = pledgeSeenBy(
    isAuthor ? 'secretariat' : reader,
    { ...record, terms },
    await historyOf(db, id),
  )
  return {
    ...{ party, conference, reader, hand, isAuthor, record, invitations },
    facts: await pledgeFacts(db, pledge),
    deeds: toldToDelegations(await deedsOf(db, id)),
    writing: writing && {
      ...{ sketch: writing.sketch, version: writing.version, isOpen: writing.isTyped },
      problems: writing.understood.problems,
    },
    ...(await differencesOf(db, record, writing?.understood.terms ?? null)),
    canWrite: isAuthor && (canMove(record.state, 'revise') || canMove(record.state, 'amend')),
    elements: isAuthor ? elementsWritten(terms) : elementsIn(terms),
    alike: isAuthor ? await alikeWithTitles(db, { ...record, terms }, hand) : [],
  }
}

/** The author's where somebody writes for the author, the secretariat's own where it amends for them. */
function handOf(actor: Actor, sighted: Sighted): Hand | null {
  if (mayWrite(actor, sighted)) return 'author'
  return mayAmend(actor, sighted) ? 'secretariat' : null
}

async function writingOf(db: Reading, record: PledgeRecord, hand: Hand) {
  const typed = await sketchOf(db, record.id, hand)
  const sketch = typed?.content ?? sketchFrom(record.terms, record.audience)
  return {
    ...{ sketch, understood: understood(record, sketch), version: versionOf(sketch) },
    isTyped: typed !== null,
  }
}

/** Of what is public, what an amendment would change; of what was handed in again, what changed since. */
async function differencesOf(
  db: Reading,
  record: PledgeRecord,
  written: PledgeRecord['terms'] | null,
): Promise<Pick<OwnPledge, 'differences' | 'before'>> {
  const none = { differences: [], before: record.terms }
  if (written === null || record.state === 'draft') return none
  if (isPublic(record)) {
    return { differences: differencesBetween(record.terms, written), before: record.terms }
  }
  const [last, earlier] = await submissionsOf(db, record.id)
  return last && earlier
    ? { differences: differencesBetween(earlier.terms, last.terms), before: earlier.terms }
    : none
}

async function alikeWithTitles(
  db: Reading,
  record: PledgeRecord,
  hand: Hand,
): Promise<OwnPledge['alike']> {
  const alike = await likeTo(db, record, hand)
  if (alike.length === 0) return []
  const records = await recordsOf(
    db,
    alike.map(({ id }) => id),
  )
  return alike.flatMap((one) => {
    const other = records.find(({ id }) => id === one.id)
    return other ? [{ ...one, title: other.terms.title, isPublic: isPublic(other) }] : []
  })
}
