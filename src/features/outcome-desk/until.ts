import type { AtWork } from '../outcome-documents/shown.ts'

/** The end of a silence procedure is the next instant at which time alone changes a page. */
export const untilDeadline = (
  { work }: { work: Pick<AtWork, 'state' | 'deadline'> },
  now: Temporal.Instant,
) =>
  work.state === 'silence' && work.deadline && Temporal.Instant.compare(now, work.deadline) < 0
    ? work.deadline
    : null
