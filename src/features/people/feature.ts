import { feature } from '../../platform/feature.ts'
import {
  changeAddress,
  changeProfile,
  closeAccount,
  endSession,
  endSessions,
  found,
  keepSignInLink,
  liftSecondFactor,
  removePasskey,
  reopenAccount,
  revokeKey,
} from './account.commands.ts'
import { endRole, giveRole, invite } from './commands.ts'
import { say } from './words.ts'

export const people = feature('people', {
  say,
  commands: [
    ...[invite, giveRole, endRole],
    ...[changeProfile, changeAddress, closeAccount, reopenAccount, found, keepSignInLink],
    ...[endSession, endSessions, revokeKey, removePasskey, liftSecondFactor],
  ],
})
