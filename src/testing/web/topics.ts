import { Client } from 'pg'
import { CHANNEL, topicsOf } from '../../platform/command/notices.ts'
import type { World } from '../world.ts'

/** The topics of which a deed tells every process when it is done. */
export async function topicsTouched(
  { database }: Pick<World, 'database'>,
  deed: () => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const touched = new Set<string>()
  client.on('notification', ({ payload = '' }) => {
    for (const topic of topicsOf(payload)) touched.add(topic)
  })
  try {
    await client.query(`listen ${CHANNEL}`)
    await deed()
    // Notices of what was committed before a query arrive with its answer.
    await client.query('select 1')
    return touched
  } finally {
    await client.end()
  }
}

/** The topics that a page follows with its sections. */
export function topicsFollowed(
  { features }: Pick<World, 'features'>,
  name: string,
  params: object,
): ReadonlySet<string> {
  const page = features.flatMap(({ pages }) => pages ?? []).find((one) => one.name === name)
  if (!page) throw new Error(`There is no page ${name}`)
  const sections = features
    .flatMap((one) => one.sections ?? [])
    .filter(({ of }) => of === name)
    .flatMap((one) => one.topics(params))
  return new Set([...page.topics(params), ...sections])
}
