import { Refusal } from '../../kernel/refusal.ts'
import type { OpenSite } from '../web/site.ts'
import { type Acting, EVERYBODY, PLACES } from './actors.ts'
import type { Tried } from './matrix.ts'
import type { Stage } from './stage/stage.ts'

/** Of those who may not, as many as try it over the wire: everybody gets their turn at some deed. */
const TURNS = 4

/** Who tries a deed over the wire that they may not do: always those without a role, and some others in turn. */
export function refusedAt({ allowed }: Tried, at: number): Acting[] {
  const may = ({ name }: Acting) => allowed.has(name)
  const [nobody, ...others] = EVERYBODY.filter((one) => !may(one))
  if (!nobody) return []
  const turns = Array.from(
    { length: TURNS },
    (_, turn) => others[(at * TURNS + turn) % others.length],
  )
  return [nobody, ...new Set(turns.flatMap((one) => one ?? []))]
}

/** Sends a deed as a program does; the status of the answer. */
export async function sendAs(
  { origin }: OpenSite,
  { command, input }: Pick<Tried, 'command' | 'input'>,
  name: string,
): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/commands/${command.name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(name !== 'anonymous' && { Authorization: `Bearer ${name}` }),
    },
    body: JSON.stringify(input),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** Identifiers of things that stand in an input, at whatever depth. */
function thingsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(thingsIn)
}

/** Deeds about an account or a session of whatever conference, which is no secret of that conference. */
const OF_ANY_PLACE = ['people.give-role', 'own-programme.choose', 'own-programme.drop']

/**
 * Names one's own place beside a thing of somebody else's, as a forged form would: at one's own conference, or for one's
 * own party. Answers what was done all the same.
 */
export async function forged(stage: Stage, tried: readonly Tried[]): Promise<string[]> {
  const done: string[] = []
  for (const { command, how, input, allowed } of tried) {
    if (OF_ANY_PLACE.includes(command.name) || thingsIn(input).length === 0) continue
    if (typeof input !== 'object' || input === null) continue
    for (const { name, role, side, actor } of EVERYBODY) {
      if (side === 'own' || role === 'administrator' || allowed.has(name)) continue
      const { conference, party } = PLACES[side]
      const said = {
        ...input,
        ...('conference' in input && { conference }),
        ...('party' in input && { party }),
      }
      if (JSON.stringify(said) === JSON.stringify(input)) continue
      const subject = await subjectOf(() => stage.w.perform(actor, command, said))
      if (subject !== null) done.push(`${command.name} ${how} by ${name}: ${subject}`)
    }
  }
  return done
}

async function subjectOf(deed: () => ReturnType<Stage['w']['perform']>): Promise<string | null> {
  try {
    return (await deed()).subject
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
