import { endRole, giveRole, invite } from '../features/people/commands.ts'
import { grantsOf, personOf } from '../features/people/queries.ts'
import { type Actor, ANONYMOUS, OPERATOR, type Role } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'
import type { World } from './world.ts'

type Peopled = Pick<World, 'perform' | 'read'>

interface Post {
  role: Role
  /** `seoul2021` where nothing is said. */
  conference?: string
  party?: string | null
}

let invited = 0

/** Somebody with an account and a role, by the deeds by which people get them. */
export async function aPerson(
  world: Peopled,
  {
    name = 'Grace Otieno',
    language = 'en',
    ...post
  }: Post & { name?: string; language?: Language },
): Promise<Actor> {
  invited += 1
  const address = `person-${invited}@ministry.example`
  const { answer } = await world.perform(OPERATOR, invite, {
    ...{ address, name, language, conference: 'seoul2021', party: null },
    ...post,
  })
  return actorOf(world, String(answer.account))
}

/** An account as it may do what it may now. */
export async function actorOf({ read }: Pick<World, 'read'>, account: string): Promise<Actor> {
  const person = await personOf(read, account)
  if (!person) throw new Error(`There is no account ${account}`)
  return { kind: 'account', id: account, name: person.name, grants: await grantsOf(read, account) }
}

/** Gives somebody one more role. */
export const alsoAs = async (world: Peopled, { id }: Actor, post: Post): Promise<Actor> => {
  const given = { account: id, conference: 'seoul2021', party: null, ...post }
  await world.perform(OPERATOR, giveRole, given)
  return actorOf(world, id)
}

/** Ends every role of somebody. */
export async function nobodyNow(world: Peopled, { id }: Actor): Promise<void> {
  const held = await world.read
    .selectFrom('holding')
    .select('id')
    .where('account', '=', id)
    .where('until', 'is', null)
    .execute()
  for (const { id: holding } of held) await world.perform(OPERATOR, endRole, { holding })
}

/** Who asks, by `Authorization: Bearer <account>`: with what the account may do now. */
export const byAccount =
  ({ read }: Pick<World, 'read'>) =>
  async (request: Request): Promise<Actor> => {
    const account = request.headers.get('authorization')?.replace('Bearer ', '')
    return account ? actorOf({ read }, account) : ANONYMOUS
  }
