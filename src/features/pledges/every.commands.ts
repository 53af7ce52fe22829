import {
  amendPledge,
  confirmPledge,
  draftPledge,
  revisePledge,
  withdrawPledge,
} from './commands.ts'
import { restorePledge } from './datasets/restore.commands.ts'
import { announcePledges, releasePledges, undoAnnouncement } from './desk/announce.commands.ts'
import {
  acceptPledge,
  remarkOnPledge,
  returnPledge,
  signPledge,
  unsignPledge,
} from './desk/review.commands.ts'
import { reportDelivery, reportReadiness } from './history.commands.ts'
import { recordPledge } from './keeping/record.commands.ts'
import { retireIdentifier } from './keeping/retire.commands.ts'
import { relatePledges, tellApart } from './likeness/commands.ts'
import { beginPledge } from './writing/begin.commands.ts'
import { amendAsWritten, recallPledge, submitPledge } from './writing/hand-in.commands.ts'
import { consentToShare, declineShare, invitePartners } from './writing/partners.commands.ts'
import { discardChanges, writePledge } from './writing/write.commands.ts'

/** Every deed that is done to a pledge, in the order of its life. */
export const PLEDGE_COMMANDS = [
  beginPledge,
  draftPledge,
  writePledge,
  discardChanges,
  revisePledge,
  invitePartners,
  consentToShare,
  declineShare,
  submitPledge,
  recallPledge,
  relatePledges,
  tellApart,
  remarkOnPledge,
  returnPledge,
  acceptPledge,
  signPledge,
  unsignPledge,
  announcePledges,
  undoAnnouncement,
  releasePledges,
  amendPledge,
  amendAsWritten,
  withdrawPledge,
  confirmPledge,
  reportDelivery,
  reportReadiness,
  recordPledge,
  restorePledge,
  retireIdentifier,
]
