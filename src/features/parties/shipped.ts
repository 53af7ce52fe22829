import { z } from 'zod'
import { Source } from '../../kernel/source.ts'
import { Group } from './groups.model.ts'
import { Mission } from './missions.model.ts'
import { Party } from './model.ts'
import { Ordering } from './orderings.model.ts'

const head = { asOf: z.iso.date(), notice: z.string() }

const PartiesFile = z.strictObject({
  ...head,
  sources: z.array(Source),
  parties: z.array(Party.omit({ sources: true }).strict()),
})
const GroupsFile = z.strictObject({ ...head, groups: z.array(Group.strict()) })
const OrderingsFile = z.strictObject({ ...head, orderings: z.array(Ordering) })
const MissionsFile = z.strictObject({ ...head, missions: z.array(Mission.strict()) })

/** The parties of `data/parties.json`; the sources of the file are those of each of its names. */
export function partiesIn(content: unknown): Party[] {
  const { sources, parties } = PartiesFile.parse(content)
  return parties.map((party) => ({ ...party, sources }))
}

export const groupsIn = (content: unknown): Group[] => GroupsFile.parse(content).groups

export const orderingsIn = (content: unknown): Ordering[] => OrderingsFile.parse(content).orderings

export const missionsIn = (content: unknown): Mission[] => MissionsFile.parse(content).missions
