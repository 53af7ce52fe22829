import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Moment } from '../../delegations/pages/moment.tsx'
import type { Desk } from '../desk.tsx'
import type { Step } from '../steps.ts'
import { say } from '../words.ts'

const PLACES: Readonly<Record<Step['what'], string>> = {
  reply: '#reply',
  document: '#documents',
  name: '/people/new',
  photo: '#people',
  correct: '#people',
  'hand-in': '#people',
}

/** What waits for the delegation, each line a way to where it is done. */
export function Steps({ desk, steps, base }: { desk: Desk; steps: readonly Step[]; base: string }) {
  const { viewer, zone, now } = desk
  const { language } = viewer
  if (steps.length === 0) return <Empty>{say(language, 'steps.none')}</Empty>
  return (
    <ul class="waits">
      {steps.map(({ what, count, due }) => (
        <li>
          <a href={hrefOf(language, base + PLACES[what])}>
            <span class="waits-count">{count}</span> <span>{say(language, `step.${what}`)}</span>
          </a>{' '}
          {due && (
            <small class={Temporal.Instant.compare(due, now) < 0 ? 'overdue' : undefined}>
              {say(language, Temporal.Instant.compare(due, now) < 0 ? 'due.over' : 'due')}{' '}
              <Moment language={language} zone={zone} at={due} />
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}
