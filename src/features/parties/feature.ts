import type { AnyCommand } from '../../platform/command/command.ts'
import { feature, type Shipped } from '../../platform/feature.ts'
import { recordGroup, recordMission, recordOrdering, recordParty } from './commands.ts'
import { groupsIn, missionsIn, orderingsIn, partiesIn } from './shipped.ts'
import { say } from './words.ts'

const ship = <Fact>(
  file: string,
  factsIn: (content: unknown) => readonly Fact[],
  command: AnyCommand,
  keyOf: (fact: Fact) => string,
): Shipped => ({
  file,
  deeds: (content) => factsIn(content).map((fact) => ({ command, input: fact, key: keyOf(fact) })),
})

export const parties = feature('parties', {
  say,
  commands: [recordParty, recordGroup, recordOrdering, recordMission],
  shipped: [
    ship('parties.json', partiesIn, recordParty, ({ code }) => code),
    ship('groups.json', groupsIn, recordGroup, ({ code }) => code),
    ship('orderings.json', orderingsIn, recordOrdering, ({ id }) => id),
    ship('missions.json', missionsIn, recordMission, ({ acronym }) => acronym),
  ],
})
