import { type Actor, speaksFor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import { isSecretariat } from '../pledges/life.model.ts'

/** Who opens the pages on which a delegation works on its pledges: its focal point, or the secretariat for it. */
export const mayWorkFor = (actor: Actor, conference: string, party: PartyCode): boolean =>
  speaksFor(actor, conference, party) || isSecretariat(actor, conference)

/** Where a delegation finds its pledges. */
export const addressOfPledges = (conference: string, party: string): string =>
  `/${conference}/delegation/${party}/pledges`
