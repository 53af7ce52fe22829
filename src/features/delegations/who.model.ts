import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'

/*
 * Who may what with delegations. A protocol desk reads, because it receives the guests; only the secretariats decide.
 */

/** Invites, accredits and sees everything. */
export const isSecretariat = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'host-secretariat', 'un-secretariat', 'administrator')

/** Sees all delegations, without what concerns vetting. */
export const seesDelegations = (actor: Actor, conference: string): boolean =>
  isSecretariat(actor, conference) || holds(actor, conference, 'protocol')

/** Names the people of a delegation: its focal point, or the secretariat for it. */
export const speaksForDelegation = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party) || isSecretariat(actor, conference)

/** Sees a delegation and its people. */
export const seesDelegation = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party) || seesDelegations(actor, conference)

/** Takes part, and so sees what is meant for participants. */
export const takesPart = (actor: Actor, conference: string): boolean =>
  seesDelegations(actor, conference) ||
  holds(
    actor,
    conference,
    'co-chair',
    'interpreter',
    'floor-desk',
    'reviewer',
    'translator',
    'focal-point',
    'delegate',
  )
