import { sql } from 'kysely'
import type { Reading } from '../../platform/database/tables.ts'
import type { OwnMeeting } from './own.ts'

/** The meetings to which a time was given, of the delegations to which somebody belongs; called off ones too. */
export async function ownMeetings(
  db: Reading,
  { account, conference }: { account: string; conference: string | null },
): Promise<OwnMeeting[]> {
  const { rows } = await sql<OwnMeeting>`
    select bilateral.id, bilateral.conference, bilateral.state, bilateral.version, bilateral.changed_at,
      held.party, case held.party when bilateral.asking then bilateral.asked else bilateral.asking end as other,
      bilateral.day::text as day, bilateral.starts, bilateral.ends, bilateral_room.name as room, conference.outline ->> 'zone' as zone
    from bilateral
    join conference on conference.id = bilateral.conference
    join lateral (
      select holding.party from holding
      where holding.account = ${account} and holding.until is null
        and holding.role in ('focal-point', 'delegate')
        and holding.party in (bilateral.asking, bilateral.asked) and holding.conference in ('*', bilateral.conference)
      order by holding.id limit 1
    ) as held on true
    left join bilateral_room on bilateral_room.id = bilateral.room
    where bilateral.day is not null and bilateral.state in ('scheduled', 'held', 'cancelled')
      and (${conference}::text is null or bilateral.conference = ${conference})
    order by bilateral.day, bilateral.starts, bilateral.id`.execute(db)
  return rows
}
