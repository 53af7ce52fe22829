import { feature } from '../../platform/feature.ts'
import {
  acceptPledge,
  amendPledge,
  announcePledge,
  confirmPledge,
  consentToShare,
  draftPledge,
  returnPledge,
  revisePledge,
  submitPledge,
  withdrawPledge,
} from './commands.ts'
import { reportDelivery, reportReadiness } from './history.commands.ts'
import { recordPledge } from './keeping/record.commands.ts'
import { retireIdentifier } from './keeping/retire.commands.ts'
import { entriesFrom, retiredFrom } from './shipped.ts'
import { say } from './words.ts'

export const pledges = feature('pledges', {
  say,
  commands: [
    draftPledge,
    revisePledge,
    submitPledge,
    returnPledge,
    acceptPledge,
    announcePledge,
    amendPledge,
    withdrawPledge,
    consentToShare,
    confirmPledge,
    reportDelivery,
    reportReadiness,
    recordPledge,
    retireIdentifier,
  ],
  shipped: [
    {
      file: 'pledges/',
      deeds: (content) =>
        entriesFrom(content).map((entry) => ({
          command: recordPledge,
          input: entry,
          key: `pledge/${entry.id}`,
        })),
    },
    {
      file: 'retired-pledges.json',
      deeds: (content) =>
        retiredFrom(content).map((one) => ({
          command: retireIdentifier,
          input: one,
          key: `pledge/${one.pledge}`,
        })),
    },
  ],
})
