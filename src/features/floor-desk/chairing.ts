import type { PartyCode } from '../../kernel/ids.ts'
import type { Party } from '../parties/model.ts'
import type { GivenRole } from '../people/model.ts'

/** Somebody who presides over a session, or could. */
export interface Presiding {
  account: string
  name: string
  /** Null: they hold no role at the conference any more, and preside no longer. */
  role: GivenRole | null
  party: PartyCode | null
}

/** Who presides over a session, who could, and what their parties are called. */
export interface Chairing {
  named: readonly Presiding[]
  offered: readonly Presiding[]
  parties: ReadonlyMap<PartyCode, Party>
}
