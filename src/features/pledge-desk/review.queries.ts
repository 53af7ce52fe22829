import type { Actor } from '../../kernel/actor.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { neededAt, remarksOn, signaturesOf } from '../pledges/desk/queries.ts'
import { type PledgeFacts, pledgeFacts } from '../pledges/find/facts.queries.ts'
import { isPublic } from '../pledges/life.model.ts'
import { likeTo } from '../pledges/likeness/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { deedsOf, historyOf, type PledgeRecord, recordOf, recordsOf } from '../pledges/queries.ts'
import { giversOf, partiesOf } from '../pledges/shares.model.ts'
import { sightOf } from '../pledges/sight.model.ts'
import { elementsWritten } from '../pledges/terms/assessability.ts'
import { pledgeSeenBy } from '../pledges/terms/at-work.ts'
import { termsSeenBy } from '../pledges/terms/seen.ts'
import { differencesBetween } from '../pledges/terms/versions.ts'
import { invitationsOf, submissionsOf } from '../pledges/writing/queries.ts'
import { unsignedOf } from './queue.ts'
import type { Reviewed } from './review.ts'

/** A pledge as it is reviewed: what it says to this reader, and what there is to know of it. */
export interface Review {
  facts: PledgeFacts
  reviewed: Omit<Reviewed, 'version'>
  record: PledgeRecord
}

/** Null where there is no such pledge on the desk of the conference, or none for this reader. */
export async function reviewOf(
  db: Reading,
  { conference, id }: { conference: string; id: PledgeId },
  actor: Actor,
): Promise<Review | null> {
  const record = await recordOf(db, id)
  if (record?.conference !== conference) return null
  const invitations = await invitationsOf(db, id)
  const reader = sightOf(actor, {
    ...{ conference, lead: record.lead, onBehalf: record.onBehalf, audience: record.audience },
    ...{ state: record.state, announcedOn: record.announcedOn },
    givers: giversOf(record.terms.shares),
    parties: partiesOf(record.terms.shares),
    invited: invitations.map(({ party }) => party),
    handedIn: record.handedInAt !== null,
  })
  if (reader === null) return null
  const decides = reader === 'secretariat'
  const signatures = await signaturesOf(db, [id])
  const { terms, state, lead, onBehalf, releaseAt } = record
  return {
    record,
    facts: await pledgeFacts(db, pledgeSeenBy(reader, record, await historyOf(db, id))),
    reviewed: {
      ...{ id, state, lead, onBehalf, releaseAt, isPublic: isPublic(record) },
      audience: decides ? record.audience : null,
      audiences: decides ? terms.audiences : {},
      asked: invitations.map(({ party, declinedAt, words }) => ({
        ...{ party, declined: declinedAt !== null, words: decides ? words : null },
        answered: !terms.shares.some((one) => one.party === party && one.consent === 'named'),
      })),
      unsigned: unsignedOf(await neededAt(db, conference), signatures),
      signatures: signatures.map(({ side, name, at, signedBy }) => ({
        ...{ side, name, at, own: signedBy === `${actor.kind}/${actor.id}` },
      })),
      remarks: await remarksOn(db, id),
      elements: elementsWritten(termsSeenBy(reader, terms)),
      alike: decides ? await alikeOf(db, record) : [],
      ...(decides ? await changesOf(db, record) : { differences: [], before: terms }),
      deeds: (await deedsOf(db, id)).map((one) => (decides ? one : { ...one, note: null })),
    },
  }
}

/** What changed since the pledge was handed in before. */
async function changesOf(db: Reading, record: PledgeRecord) {
  const [last, earlier] = await submissionsOf(db, record.id)
  return last && earlier && !isPublic(record)
    ? { differences: differencesBetween(earlier.terms, last.terms), before: earlier.terms }
    : { differences: [], before: record.terms }
}

async function alikeOf(db: Reading, record: PledgeRecord): Promise<Reviewed['alike']> {
  if (isPublic(record)) return []
  const alike = await likeTo(db, record, 'secretariat')
  if (alike.length === 0) return []
  const others = await recordsOf(
    db,
    alike.map(({ id }) => id),
  )
  return alike.flatMap((one) => {
    const other = others.find(({ id }) => id === one.id)
    return other
      ? [{ ...one, title: other.terms.title, lead: other.lead, isPublic: isPublic(other) }]
      : []
  })
}
