import type { Text } from '../../../../kernel/text.ts'
import type { Theme } from '../../../capabilities/themes.model.ts'
import type { Mission } from '../../../parties/missions.model.ts'
import type { Labels } from '../../../parties/model.ts'
import type { PublicPledge } from '../../terms/public.ts'
import { type Desk, dayOf } from '../names.tsx'

/** Everything that the page of a pledge calls by name. */
export interface PledgeDesk extends Desk {
  pledge: PublicPledge
  categories: ReadonlyMap<string, Labels>
  themes: readonly Theme[]
  missions: ReadonlyMap<string, Mission>
  /** The words of the requirements that it answers, by identifier. */
  requirements: ReadonlyMap<string, Text>
}

/** The day whose names stand on the page: that of the announcement. */
export const namesOf = (desk: PledgeDesk): string => dayOf(desk, desk.pledge)
