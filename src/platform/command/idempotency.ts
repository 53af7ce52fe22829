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

/** What was answered under keys, with the digests of the questions: before, and in the transaction that is under way. */
export type Answers = Map<string, { digest: string; outcome: Outcome }>

const nameOf = ({ actor, command, key }: Pick<Asked, 'actor' | 'command' | 'key'>) =>
  JSON.stringify([actor, command, key])

/** What was answered under the keys of questions, in one query. */
export async function answersBefore(db: Writing, questions: readonly Asked[]): Promise<Answers> {
  if (questions.length === 0) return new Map()
  const rows = await db
    .selectFrom('deed')
    .select(['actor', 'command', 'key', 'digest', 'outcome'])
    .where((is) =>
      is.or(questions.map(({ actor, command, key }) => is.and({ actor, command, key }))),
    )
    .execute()
  return new Map(rows.map((row) => [nameOf(row), row]))
}

/** What was answered to the same question before, or null. Another question under the same key is refused (422). */
export function answered(answers: Answers, asked: Asked): Outcome | null {
  const before = answers.get(nameOf(asked))
  if (!before) return null
  if (before.digest !== digest(asked)) throw new Refusal('platform.key-used', 422)
  return before.outcome
}

/** Notes what is answered now: the same question may wait behind, in the same transaction. */
export const noteAnswer = (answers: Answers, asked: Asked, outcome: Outcome): unknown =>
  answers.set(nameOf(asked), { digest: digest(asked), outcome })

/** How long a deed is known by its key: longer than anybody tries to send the same again. */
const KNOWN_FOR = { hours: 24 * 30 }

/** Forgets the keys of old deeds, with what was answered. */
export async function purgeAnswers(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('deed').where('at', '<', now.subtract(KNOWN_FOR)).execute()
}

/** Keeps answers, in the transaction of the deeds themselves. */
export async function keepAnswers(
  db: Writing,
  answers: readonly { asked: Asked; outcome: Outcome }[],
  at: Temporal.Instant,
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ asked, outcome }) => {
    const { actor, command, key } = asked
    return { actor, command, key, digest: digest(asked), outcome: JSON.stringify(outcome), at }
  })
  await db.insertInto('deed').values(rows).execute()
}
