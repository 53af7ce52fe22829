import type { Outline } from '../conferences/outline.ts'
import type { Document } from '../delegations/documents/model.ts'
import type { Delegation } from '../delegations/invitations/model.ts'
import type { Participant } from '../delegations/participants/model.ts'
import type { Rules } from '../delegations/rules.model.ts'
import type { Party } from '../parties/model.ts'

/** All that a page of one delegation shows; the delegation is null where its party was never invited. */
export interface Overview {
  outline: Outline
  party: Party
  rules: Rules
  delegation: Delegation | null
  documents: readonly Document[]
  members: readonly Participant[]
}

/**
 * A delegation as the protocol desk sees it, which receives the guests: without those who are not named yet, and without
 * why somebody or something was given back. That is between the delegation and whoever accredits.
 */
export const withoutVetting = (overview: Overview): Overview => ({
  ...overview,
  documents: overview.documents.map((one) => ({ ...one, reason: null })),
  members: overview.members
    .filter(({ state }) => state !== 'draft')
    .map((one) => ({ ...one, reason: null })),
})
