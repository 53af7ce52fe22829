import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { accountAt, addAccount } from '../../platform/accounts/tables.ts'
import type { Writing } from '../../platform/command/command.ts'
import type { GivenRole, Post } from './model.ts'
import { holdingLike } from './queries.ts'

/** Somebody who is let in by their address, with a role. */
export interface LetIn extends Post {
  address: string
  /** How they are called until they say it themselves. */
  name: string
  language: Language
}

/**
 * For the `save` of another feature's deed that gives roles (an invitation to a delegation): each address can sign in
 * from now on, with its role. Whoever has an account keeps it, with their own name and language.
 */
export async function letIn(
  db: Writing,
  people: readonly LetIn[],
  { actor, now, newId }: { actor: Actor; now: Temporal.Instant; newId(): string },
): Promise<void> {
  for (const { address, name, language, ...post } of people) {
    const found = await accountAt(db, address)
    const account = found?.id ?? newId()
    if (!found) {
      await addAccount(db, { id: account, address, at: now })
      await db
        .insertInto('person')
        .values({ account, name, language, zone: null, since: now, closedAt: null })
        .execute()
    } else if (await holdingLike(db, account, post)) continue
    const { role, conference, party } = post
    await db
      .insertInto('holding')
      .values({
        ...{ id: newId(), account, role, conference, party, since: now },
        ...{ givenBy: `${actor.kind}/${actor.id}`, until: null, endedBy: null },
      })
      .execute()
  }
}

/** The role by which a delegation is spoken for. */
export const FOCAL_POINT: GivenRole = 'focal-point'
