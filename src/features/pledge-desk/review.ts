import type { PartyCode } from '../../kernel/ids.ts'
import type { Audience } from '../../kernel/people/audience.ts'
import type { Text } from '../../kernel/text.ts'
import type { Needed, Side } from '../conferences/settings.model.ts'
import type { Done } from '../pledges/history/done.ts'
import type { State } from '../pledges/life.model.ts'
import type { Alike } from '../pledges/likeness/alike.ts'
import type { Element, PledgeId, Terms } from '../pledges/model.ts'
import type { Difference } from '../pledges/terms/versions.ts'

/** What the page on which a pledge is reviewed shows beside what it says. */
export interface Reviewed {
  id: PledgeId
  state: State
  lead: PartyCode | null
  onBehalf: boolean
  isPublic: boolean
  version: string
  releaseAt: Temporal.Instant | null
  /** For whom the whole is meant, and which fields fewer may see; to the secretariat only. */
  audience: Audience | null
  audiences: Terms['audiences']
  asked: readonly { party: PartyCode; answered: boolean; declined: boolean; words: Text | null }[]
  unsigned: Needed
  signatures: readonly { side: Side; name: string; at: Temporal.Instant; own: boolean }[]
  remarks: readonly {
    name: string
    party: PartyCode | null
    concurs: boolean
    words: Text | null
    at: Temporal.Instant
  }[]
  elements: readonly Element[]
  alike: readonly (Alike & { title: Text; lead: PartyCode | null; isPublic: boolean })[]
  differences: readonly Difference[]
  before: Terms
  deeds: readonly Done[]
}
