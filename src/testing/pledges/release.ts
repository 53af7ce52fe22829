import {
  announcePledges,
  RELEASE,
  releasePledges,
} from '../../features/pledges/desk/announce.commands.ts'
import { PledgeId } from '../../features/pledges/model.ts'
import { recordOf } from '../../features/pledges/queries.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { World } from '../world.ts'

type Place = Pick<World, 'perform' | 'read' | 'clock'>

/** Turns the clock to the moment at which a pledge becomes public by itself, and lets it. */
export async function released({ perform, read, clock }: Place, pledge: string): Promise<void> {
  const record = await recordOf(read, PledgeId.parse(pledge))
  if (!record?.releaseAt) throw new Error(`${pledge} waits for nothing`)
  if (Temporal.Instant.compare(clock.now(), record.releaseAt) < 0) {
    clock.turnTo(record.releaseAt.toString())
  }
  await perform(RELEASE, releasePledges, { pledges: [pledge], at: record.releaseAt.toString() })
}

/** Announces a pledge and waits until everybody may see it. */
export async function announced(
  world: Place,
  desk: Actor,
  pledge: string,
  conference = 'seoul2021',
): Promise<void> {
  await world.perform(desk, announcePledges, { conference, pledges: [pledge] })
  await released(world, pledge)
}
