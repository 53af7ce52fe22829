import { accreditation } from './features/accreditation/feature.ts'
import { administration } from './features/administration/feature.ts'
import { arrivals } from './features/arrivals/feature.ts'
import { badges } from './features/badges/feature.ts'
import { bilaterals } from './features/bilaterals/feature.ts'
import { brokering } from './features/brokering/feature.ts'
import { brokeringDesk } from './features/brokering-desk/feature.ts'
import { capabilities } from './features/capabilities/feature.ts'
import { checkin } from './features/checkin/feature.ts'
import { conferenceDesk } from './features/conference-desk/feature.ts'
import { conferences } from './features/conferences/feature.ts'
import { delegationDesk } from './features/delegation-desk/feature.ts'
import { delegationPledges } from './features/delegation-pledges/feature.ts'
import { delegationReports } from './features/delegation-reports/feature.ts'
import { delegations } from './features/delegations/feature.ts'
import { desk } from './features/desk/feature.ts'
import { finding } from './features/finding/feature.ts'
import { floor } from './features/floor/feature.ts'
import { floorDesk } from './features/floor-desk/feature.ts'
import { floorScreens } from './features/floor-screens/feature.ts'
import { followup } from './features/followup/feature.ts'
import { followupDesk } from './features/followup-desk/feature.ts'
import { interpretation } from './features/interpretation/feature.ts'
import { journal } from './features/journal/feature.ts'
import { matching } from './features/matching/feature.ts'
import { notifications } from './features/notifications/feature.ts'
import { offers } from './features/offers/feature.ts'
import { offersBoard } from './features/offers-board/feature.ts'
import { opendata } from './features/opendata/feature.ts'
import { outcomeDesk } from './features/outcome-desk/feature.ts'
import { outcomeDocuments } from './features/outcome-documents/feature.ts'
import { outcomeReport } from './features/outcome-report/feature.ts'
import { ownData } from './features/own-data/feature.ts'
import { ownDelegation } from './features/own-delegation/feature.ts'
import { ownFloor } from './features/own-floor/feature.ts'
import { ownProgramme } from './features/own-programme/feature.ts'
import { participants } from './features/participants/feature.ts'
import { parties } from './features/parties/feature.ts'
import { partnerships } from './features/partnerships/feature.ts'
import { people } from './features/people/feature.ts'
import { pledgeDesk } from './features/pledge-desk/feature.ts'
import { pledges } from './features/pledges/feature.ts'
import { privacy } from './features/privacy/feature.ts'
import { programme } from './features/programme/feature.ts'
import { programmeDesk } from './features/programme-desk/feature.ts'
import { programmeFormats } from './features/programme-formats/feature.ts'
import { programmeReader } from './features/programme-reader/feature.ts'
import { protocol } from './features/protocol/feature.ts'
import { record } from './features/record/feature.ts'
import { registration } from './features/registration/feature.ts'
import { statementDesk } from './features/statement-desk/feature.ts'
import { statements } from './features/statements/feature.ts'
import { translations } from './features/translations/feature.ts'
import { webhooks } from './features/webhooks/feature.ts'
import type { Feature } from './platform/feature.ts'

/** Every feature with facts of its own, in the order in which one may build on another. */
const WITH_FACTS: readonly Feature[] = [
  parties,
  conferences,
  people,
  conferenceDesk,
  programme,
  programmeFormats,
  programmeReader,
  programmeDesk,
  privacy,
  delegations,
  registration,
  badges,
  checkin,
  bilaterals,
  protocol,
  outcomeDocuments,
  outcomeDesk,
  participants,
  floor,
  floorScreens,
  floorDesk,
  arrivals,
  ownDelegation,
  ownFloor,
  delegationDesk,
  accreditation,
  interpretation,
  capabilities,
  matching,
  pledges,
  statements,
  statementDesk,
  followup,
  delegationPledges,
  delegationReports,
  pledgeDesk,
  followupDesk,
  offers,
  offersBoard,
  record,
  partnerships,
  brokering,
  brokeringDesk,
  outcomeReport,
  finding,
]

/** What people translate, in the texts of all of them. */
const FOR_TRANSLATORS: readonly Feature[] = [translations(WITH_FACTS)]

/** Other systems that are told what becomes public. */
const FOR_SYSTEMS: readonly Feature[] = [webhooks(WITH_FACTS)]

/** What each person follows of it: their own programme, and what concerns them. */
const OWN: readonly Feature[] = [ownProgramme(WITH_FACTS)]
const TOLD: readonly Feature[] = [...WITH_FACTS, ...FOR_TRANSLATORS, ...FOR_SYSTEMS, ...OWN]
const FOR_PEOPLE: readonly Feature[] = [...OWN, notifications(TOLD), ownData]

/** What whoever looks after the instance does. */
const FOR_THE_HOUSE: readonly Feature[] = [administration, journal]
const WITH_TASKS: readonly Feature[] = [
  ...WITH_FACTS,
  ...FOR_SYSTEMS,
  ...FOR_TRANSLATORS,
  ...FOR_THE_HOUSE,
]

/** Everything that has facts, deeds or data of its own. */
const ALL: readonly Feature[] = [
  ...WITH_FACTS,
  ...FOR_TRANSLATORS,
  ...FOR_SYSTEMS,
  ...FOR_PEOPLE,
  ...FOR_THE_HOUSE,
]

/** The table of contents; the last features are made of all others: what waits in them, and their data. */
export const FEATURES: readonly Feature[] = [...ALL, desk(WITH_TASKS), opendata(ALL)]
