import { type Actor, holds } from '../../../kernel/actor.ts'
import type { Side } from '../../conferences/settings.model.ts'
import { isCoChair, isSecretariat } from '../life.model.ts'

/** How long an announcement can be undone before anybody outside hears of it. */
export const UNDO_WITHIN = { seconds: 60 }

/** Who works at the desk of a conference's pledges: its secretariat decides, its co-chairs read and say a word. */
export const mayReadDesk = (actor: Actor, conference: string): boolean =>
  isSecretariat(actor, conference) || isCoChair(actor, conference)

/** For which sides somebody may sign. */
export const sidesOf = (actor: Actor, conference: string): Side[] => [
  ...(holds(actor, conference, 'host-secretariat') ? (['host'] as const) : []),
  ...(holds(actor, conference, 'un-secretariat') ? (['un'] as const) : []),
]
