import { BETWEEN } from '../../../ui/text.tsx'
import type { Delegation } from '../../delegations/invitations/model.ts'
import { Moment } from '../../delegations/pages/moment.tsx'
import { sayInvitation, sayMode } from '../../delegations/terms.print.ts'
import type { Desk } from '../../own-delegation/desk.tsx'
import { say } from '../words.ts'

/** What a delegation said before it was changed, and why. */
export interface Earlier {
  version: number
  at: Temporal.Instant
  reason: string | null
  content: Pick<Delegation, 'state' | 'reply' | 'quota'>
}

/** What stood there before, the newest change first. */
export function History({ desk, past }: { desk: Desk; past: readonly Earlier[] }) {
  const { language } = desk.viewer
  if (past.length === 0) return null
  return (
    <details>
      <summary>{say(language, 'past')}</summary>
      <ol reversed>
        {past.map(({ at, reason, content: { state, reply, quota } }) => (
          <li>
            <Moment language={language} zone={desk.zone} at={at} />
            {BETWEEN}
            {say(language, 'past.before')} {sayInvitation(language, state)}
            {reply && (
              <>
                {BETWEEN}
                {sayMode(language, reply.mode)}
              </>
            )}
            {quota !== null && (
              <>
                {BETWEEN}
                {say(language, 'quota.own')} {quota}
              </>
            )}
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
