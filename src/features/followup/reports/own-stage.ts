import type { PartyCode } from '../../../kernel/ids.ts'
import { EVER, standingOn } from '../../pledges/history/standing.ts'
import type { DeliveryEvent, Stage } from '../../pledges/history.model.ts'
import type { Report } from './model.ts'

/** How far a party has reported its own share, here and in the history of the pledge: what it may say next follows. */
export const ownStage = (
  party: PartyCode,
  delivery: readonly DeliveryEvent[],
  reports: readonly Report[],
): Stage =>
  standingOn(
    [
      ...delivery.filter(
        (event) => event.party === party && ['pledger', 'partner'].includes(event.voice),
      ),
      ...reports
        .filter((report) => report.party === party)
        .map((report) => ({ ...report, inferred: false })),
    ],
    EVER,
  ).stage
