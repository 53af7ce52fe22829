import { LOADER } from '../../kernel/actor.ts'
import { type Fact, readFacts } from '../../platform/shipped/facts.ts'
import { type World, world } from '../world.ts'

/**
 * A world of a few shipped conferences and pledges, with what they name and nothing else: it is there in a second or
 * two, and real.
 */
export async function pledgedWorld(
  { conferences, pledges }: { conferences: readonly string[]; pledges: readonly string[] },
  features?: World['features'],
): Promise<World> {
  const here = await world(features ? { features } : {})
  const facts = readFacts(here.features, 'data')
  const chosen = [
    ...conferences.flatMap((id) => [`conference/${id}`, `category-set/${id}`]),
    ...pledges.map((id) => `pledge/${id}`),
  ]
  for (const { command, input } of withNamed(facts, new Set(chosen))) {
    await here.perform(LOADER, command, input)
  }
  return here
}

/** The chosen facts and those without which they cannot stand, in the order of the files. */
function withNamed(facts: readonly Fact[], chosen: ReadonlySet<string>): readonly Fact[] {
  const some = facts.filter(({ item }) => chosen.has(item))
  const text = JSON.stringify(some.map(({ input }) => input))
  const more = facts.filter(({ item }) => chosen.has(item) || isNamed(item, text))
  return more.length === some.length
    ? some
    : withNamed(facts, new Set(more.map(({ item }) => item)))
}

/** Whether a text names what a fact is about: `party/KOR`, or a code below `capability/aviation`. */
function isNamed(item: string, text: string): boolean {
  const [kind = '', code = ''] = item.split('/')
  if (kind === 'series' || kind === 'theme') return true
  if (kind === 'conference') return text.includes(`"conference":"${code}"`)
  if (kind === 'party' || kind === 'mission') return text.includes(`"${code}"`)
  const isCode = kind === 'capability' || kind === 'requirement-paper'
  return isCode && (text.includes(`"${code}"`) || text.includes(`"${code}.`))
}
