import type { PartyCode } from '../../../kernel/ids.ts'
import { type Audience, reaches } from '../../../kernel/people/audience.ts'
import type { Writing } from '../../../platform/database/tables.ts'
import { isPublic } from '../../pledges/life.model.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { recordOf } from '../../pledges/queries.ts'
import { partiesOf } from '../../pledges/shares.model.ts'
import type { State } from '../assessments/model.ts'
import { assessmentOf } from '../assessments/queries.ts'
import { giversAmong } from '../known.queries.ts'
import { observationOf } from '../observations/queries.ts'
import { placeOf, type Subject } from './model.ts'

/** An entry to which somebody wants to reply. */
export interface Entry {
  /** The pledge that it belongs to; null for a statement, which may be about many. */
  pledge: PledgeId | null
  /** Every pledge that it is about. */
  pledges: readonly PledgeId[]
  conference: string | null
  /** Every party that it speaks of. */
  parties: readonly PartyCode[]
  /** Where it is an assessment, its state. */
  state: State | null
  reviewedBy: string | null
}

/** The entry, as far as its parties may know of it; null where there is none for them. */
export async function entryOf(db: Writing, subject: Subject): Promise<Entry | null> {
  switch (subject.kind) {
    case 'pledge':
      return ofPledge(db, subject.id)
    case 'event':
      return ofEvent(db, subject.id)
    case 'assessment':
      return ofAssessment(db, subject.id)
    default:
      return ofObservation(db, subject.id)
  }
}

/** What its parties may see although not everybody may. */
const shownToParties = (audience: Audience) => reaches('parties', audience)

async function ofPledge(db: Writing, id: PledgeId): Promise<Entry | null> {
  const record = await recordOf(db, id)
  if (!record || !isPublic(record) || !shownToParties(record.audience)) return null
  return {
    pledge: id,
    pledges: [id],
    conference: record.conference,
    parties: partiesOf(record.terms.shares),
    state: null,
    reviewedBy: null,
  }
}

async function ofEvent(db: Writing, id: string): Promise<Entry | null> {
  const { pledge, axis, position } = placeOf(id)
  const event = await db
    .selectFrom('pledgeEvent')
    .select('audience')
    .where('pledge', '=', pledge)
    .where('axis', '=', axis as 'delivery' | 'readiness')
    .where('position', '=', position)
    .executeTakeFirst()
  return event && shownToParties(event.audience) ? ofPledge(db, pledge) : null
}

async function ofAssessment(db: Writing, id: string): Promise<Entry | null> {
  const assessment = await assessmentOf(db, id)
  if (!assessment || assessment.state === 'drafted') return null
  const entry = await ofPledge(db, assessment.pledge)
  const { state, reviewedBy, party } = assessment
  return entry && { ...entry, state, reviewedBy, parties: party ? [party] : entry.parties }
}

async function ofObservation(db: Writing, id: string): Promise<Entry | null> {
  const found = await observationOf(db, id)
  if (!found || !shownToParties(found.observation.audience)) return null
  const { pledges, parties, by, conference } = found.observation
  return {
    pledge: null,
    pledges,
    conference,
    parties: [...new Set([...(await giversAmong(db, pledges)), ...parties, ...by])],
    state: null,
    reviewedBy: null,
  }
}
