import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Report, ReportFile } from '../followup/reports/model.ts'
import type { Round } from '../followup/reports/rounds.model.ts'
import type { Party } from '../parties/model.ts'
import type { Stage } from '../pledges/history.model.ts'
import type { PledgeId } from '../pledges/model.ts'

/** What the page of a report shows. */
export interface Reporting {
  id: PledgeId
  title: Text
  /** The round that asks for it; null where none does now. */
  round: Round | null
  /** What may be reported after what this party reported before. */
  stages: readonly Exclude<Stage, 'announced'>[]
  /** Of this party, oldest first. */
  reports: readonly Report[]
  files: readonly ReportFile[]
  parties: ReadonlyMap<PartyCode, Party>
  today: string
}
