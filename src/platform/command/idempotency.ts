import type { ColumnType, Kysely } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tables, Writing } from '../database/tables.ts'
import { digestOf } from '../journal/canonical.ts'
import type { Outcome } from './command.ts'

declare module '../database/tables.ts' {
  interface Tables {
    deed: {
      actor: string
      command: string
      key: string
      digest: string
      /** Written as JSON text, read as what it says. */
      outcome: ColumnType<Outcome, string, never>
      at: Temporal.Instant
    }
  }
}

/** Who asks for what under which key. */
export interface Asked {
  actor: string
  command: string
  key: string
  input: unknown
}

/** The key is the salt: whoever does not know it cannot find the input by trying. */
const digest = ({ key, input }: Asked) => digestOf(input, key)

/** What was answered to the same question before, or null. Another question under the same key is refused (422). */
export async function answeredBefore(db: Writing, asked: Asked): Promise<Outcome | null> {
  const before = await db
    .selectFrom('deed')
    .select(['digest', 'outcome'])
    .where('actor', '=', asked.actor)
    .where('command', '=', asked.command)
    .where('key', '=', asked.key)
    .executeTakeFirst()
  if (!before) return null
  if (before.digest !== digest(asked)) throw new Refusal('platform.key-used', 422)
  return before.outcome
}

/** How long a deed is known by its key: longer than anybody tries to send the same again. */
const KNOWN_FOR = { hours: 24 * 30 }

/** Forgets the keys of old deeds, with what was answered. */
export async function purgeAnswers(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('deed').where('at', '<', now.subtract(KNOWN_FOR)).execute()
}

/** Keeps the answer, in the transaction of the deed itself. */
export async function keepAnswer(
  db: Writing,
  asked: Asked,
  outcome: Outcome,
  at: Temporal.Instant,
): Promise<void> {
  const { actor, command, key } = asked
  await db
    .insertInto('deed')
    .values({ actor, command, key, digest: digest(asked), outcome: JSON.stringify(outcome), at })
    .execute()
}
