import type { PartyCode } from '../../../../kernel/ids.ts'
import type { Terms } from '../../../pledges/model.ts'
import { giversOf } from '../../../pledges/shares.model.ts'
import type { Telling } from '../../kind.ts'
import { byParty } from './places.ts'

interface Pledge {
  id: string
  conference: string | null
  lead: PartyCode | null
  terms: Terms
}

/** Who writes a pledge: whoever leads, or everybody who promises something. */
export const authorsOf = ({ lead, terms }: Pledge): PartyCode[] =>
  lead === null ? giversOf(terms.shares) : [lead]

/** Something that the focal points of some parties are told of a pledge, each where their party works on it. */
export const toParties = (
  { id, conference }: Pledge,
  parties: readonly PartyCode[],
  more: Pick<Telling, 'facts'> & { public?: boolean; page?: 'reply' } = { facts: {} },
): Telling[] =>
  parties.map((party) => ({
    to: [{ role: 'focal-point', conference, party }],
    facts: { ...(conference !== null && { conference }), pledge: id, party, ...more.facts },
    at: more.public ? `/pledges/${id}` : byParty(conference, party, id, more.page),
    about: `pledge/${id}`,
  }))
