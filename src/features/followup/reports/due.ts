import type { PartyCode } from '../../../kernel/ids.ts'
import type { Stage } from '../../pledges/history.model.ts'
import { lastDayOf, type PledgeId } from '../../pledges/model.ts'
import { asksAbout, type Round } from './rounds.model.ts'

/** What is asked about: a public pledge, and everybody who promises something in it. */
export interface Asked {
  id: PledgeId
  conference: string | null
  announcedOn: string | null
  givers: readonly PartyCode[]
}

/** What is known of reports: the last of each party on each pledge is enough. */
export interface Reported {
  pledge: PledgeId
  party: PartyCode
  round: string | null
  stage: Stage
}

/** A party, and the pledges on which its report is still awaited. */
export interface Due {
  party: PartyCode
  pledges: readonly PledgeId[]
}

/** Stages after which nobody is asked again. */
const OVER: ReadonlySet<Stage> = new Set(['delivered', 'withdrawn', 'ended'])

/**
 * Who is to be asked in a round, by the codes of the parties. Nobody is before it opens, nor for a pledge that was
 * announced after it opened, nor once the share is delivered, withdrawn or ended, nor after a report in this round.
 */
export function dueReports(
  pledges: readonly Asked[],
  reports: readonly Reported[],
  round: Pick<Round, 'id' | 'opens' | 'conferences' | 'pledges'>,
  day: string,
): Due[] {
  if (day < round.opens) return []
  const settled = new Set(
    reports
      .filter((report) => report.round === round.id || OVER.has(report.stage))
      .map(({ party, pledge }) => `${party} ${pledge}`),
  )
  const asked = pledges
    .filter((pledge) => asksAbout(round, pledge))
    .filter(({ announcedOn }) => announcedOn === null || lastDayOf(announcedOn) <= round.opens)
    .flatMap(({ id, givers }) => givers.map((party) => ({ party, id })))
    .filter(({ party, id }) => !settled.has(`${party} ${id}`))
  return [...Map.groupBy(asked, ({ party }) => party)]
    .map(([party, all]) => ({ party, pledges: all.map(({ id }) => id).toSorted() }))
    .toSorted((a, b) => (a.party < b.party ? -1 : 1))
}
