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
