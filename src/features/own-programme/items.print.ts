import type { PersonalItem } from '../../kernel/people/personal-item.ts'
import { sayKind } from '../programme/terms.print.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { type Published, participantLines, sayText } from '../programme-formats/lines.print.ts'

const STATUS = { cancelled: 'cancelled', withdrawn: 'cancelled', tentative: 'tentative' } as const

/** A session of the programme as somebody’s own, under the identifier that it has in every calendar. */
export const itemOf =
  (published: Published) =>
  (session: ProgrammeSession): PersonalItem => {
    const { conference, zone, release } = published.programme
    const { id, slug, title, room, day, latestDay, plan, expected, status, sequence } = session
    return {
      uid: `session-${id}@plenum`,
      conference: conference.id,
      address: `/${conference.id}/programme/${slug}`,
      ...{ title, day, latestDay, zone, plan, expected, sequence },
      room: room ?? conference.venue?.name ?? null,
      kind: (language) => sayKind(language, session.kind),
      lines: (language) => [
        ...participantLines(language, session, published.parties),
        ...(session.note ? [sayText(language, session.note)] : []),
      ],
      status: STATUS[status as keyof typeof STATUS] ?? 'confirmed',
      revised: Temporal.Instant.from(session.revised),
      stamped: release.at,
    }
  }
