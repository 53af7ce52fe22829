import { BETWEEN } from '../../../ui/text.tsx'
import { Moment } from '../../delegations/pages/moment.tsx'
import type { State } from '../../delegations/participants/life.model.ts'
import { sayState } from '../../delegations/terms.print.ts'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

/** A change of a person: when, and what state they left by it. */
export interface Change {
  version: number
  at: Temporal.Instant
  state: State
  reason: string | null
}

/** How an accreditation came to where it is, the newest change first. */
export function Past({
  desk: { viewer, zone },
  past,
}: {
  desk: Pick<Desk, 'viewer' | 'zone'>
  past: readonly Change[]
}) {
  const { language } = viewer
  if (past.length === 0) return null
  return (
    <details>
      <summary>{say(language, 'past')}</summary>
      <ol reversed>
        {past.map(({ at, state, reason }) => (
          <li>
            <Moment language={language} zone={zone} at={at} />
            {BETWEEN}
            {say(language, 'past.before')} {sayState(language, state)}
            {reason && (
              <>
                {BETWEEN}
                <bdi>{reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
