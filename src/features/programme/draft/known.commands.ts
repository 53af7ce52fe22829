import { must } from '../../../kernel/refusal.ts'
import type { Writing } from '../../../platform/command/command.ts'
import type { Conference } from '../../conferences/model.ts'
import { conferenceWithSeries } from '../../conferences/queries.ts'
import { partiesOf } from '../../parties/queries.ts'
import { mustBePossible, type Participant, type Session } from '../model.ts'
import { draftOf } from '../queries.ts'

/** Everything that a decision about a draft looks at. */
export interface Known {
  conference: Conference | null
  draft: Session[]
  unknownParties: string[]
}

/** Reads what a decision about a draft looks at. */
export async function draftKnown(
  db: Writing,
  id: string,
  participants: readonly Participant[] = [],
): Promise<Known> {
  const codes = participants.flatMap(({ party }) => party ?? [])
  const parties = await partiesOf(db, codes)
  return {
    conference: (await conferenceWithSeries(db, id))?.conference ?? null,
    draft: await draftOf(db, id),
    unknownParties: codes.filter((code) => !parties.has(code)),
  }
}

/** The session of a draft, or a refusal. */
export function theSession({ draft }: Pick<Known, 'draft'>, id: string): Session {
  const session = draft.find((one) => one.id === id)
  must(session, 'programme.unknown-session')
  return session
}

/** The session of a draft; none where it is not there, for whoever only compares. */
export const sessionIn = ({ draft }: Pick<Known, 'draft'>, id: string): Session | undefined =>
  draft.find((one) => one.id === id)

/** A session fits if it can take place, and names parties and themes that there are. */
export function mustFit(session: Session, { conference, unknownParties }: Known): void {
  mustBePossible(session)
  must(unknownParties.length === 0, 'programme.unknown-party', { codes: unknownParties.join(' ') })
  must(
    session.theme === null || conference?.themes.some(({ id }) => id === session.theme),
    'programme.unknown-theme',
  )
}

export const draftTopic = (conference: string): string[] => [`programme/${conference}/draft`]
