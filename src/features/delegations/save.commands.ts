import type { Circumstances, Topic, Writing } from '../../platform/command/command.ts'
import type { Delegation } from './invitations/model.ts'

export const nameOf = ({ actor }: Pick<Circumstances, 'actor'>): string =>
  `${actor.kind}/${actor.id}`

/** What pages show of a delegation. */
export const topicsOf = (conference: string, ...parties: readonly string[]): readonly Topic[] => [
  `delegations/${conference}`,
  ...parties.map((party) => `delegations/${conference}/${party}`),
]

/** A delegation as it stands from now on, and what it was before; null: there was none. */
export interface Changed {
  after: Delegation
  before: Delegation | null
  deed: string
  by: string
  now: Temporal.Instant
  reason?: string | null
}

const json = (value: object | null) => (value === null ? null : JSON.stringify(value))

/** Saves delegations; what stood there before is kept as a version. */
export async function saveDelegations(db: Writing, all: readonly Changed[]): Promise<void> {
  for (const { after, before, deed, by, now, reason = null } of all) {
    const { conference, party, invitation, reply, ...columns } = after
    const row = { ...columns, invitation: json(invitation), reply: json(reply) }
    await db
      .insertInto('delegation')
      .values({ conference, party, ...row })
      .onConflict((conflict) => conflict.columns(['conference', 'party']).doUpdateSet(row))
      .execute()
    if (!before) continue
    await db
      .insertInto('delegationVersion')
      .values({
        conference,
        party,
        version: before.version,
        at: now,
        by,
        deed,
        reason,
        content: JSON.stringify({
          state: before.state,
          invitation: before.invitation,
          reply: before.reply,
          quota: before.quota,
        }),
      })
      .execute()
  }
}

/** The next version of a delegation. */
export const changed = (
  before: Delegation,
  news: Partial<Delegation>,
  deed: string,
  circumstances: Circumstances,
  reason: string | null = null,
): Changed => ({
  after: { ...before, ...news, version: before.version + 1 },
  before,
  deed,
  by: nameOf(circumstances),
  now: circumstances.now,
  reason,
})
