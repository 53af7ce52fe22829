import type { World } from '../../world.ts'
import { addresses } from './addresses.ts'
import { beginnings } from './beginnings.ts'
import { conference } from './conference.ts'
import { delegation } from './delegation.ts'
import { floor } from './floor.ts'
import { offers } from './offers.ts'
import { brokering, partnerships } from './partnerships.ts'
import { people, systems } from './people.ts'
import { pledges } from './pledges.ts'
import { emptyStage, type Stage, said } from './stage.ts'
import { statements } from './statements.ts'

/** Sets one thing of each kind upon the shipped world, by the deeds by which things come there. */
export async function stageIn(w: World): Promise<Stage> {
  const stage = emptyStage(w)
  const { conference: at, party } = stage
  Object.assign(stage.known, { conference: at, party, zone: 'Asia/Seoul', words: said('Words') })
  const address = 'somebody@mfa.example'
  Object.assign(stage.known, { address, contact: address })
  await people(stage)
  await conference(stage)
  await delegation(stage)
  await floor(stage)
  await pledges(stage)
  await statements(stage)
  await offers(stage)
  await partnerships(stage)
  await brokering(stage)
  await systems(stage)
  const [letter] = await w.letters()
  const notice = await w.read
    .selectFrom('notice')
    .select('id')
    .where('account', '=', stage.account)
    .executeTakeFirstOrThrow()
  Object.assign(stage.known, { letter: letter?.id, notice: notice.id })
  for (const [name, known] of Object.entries(beginnings(stage))) {
    stage.of[name] = { ...known, ...stage.of[name] }
  }
  await addresses(stage)
  return stage
}
