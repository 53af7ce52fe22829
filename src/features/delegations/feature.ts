import { feature } from '../../platform/feature.ts'
import {
  changeInvitation,
  prepareInvitations,
  readAddresses,
} from './invitations/prepare.commands.ts'
import { reply, setQuota } from './invitations/reply.commands.ts'
import { inviteParties, remindParties } from './invitations/send.commands.ts'
import { approve, giveBack, reconsider, refuse, submit } from './participants/decide.commands.ts'
import { erasePerson, expire } from './participants/erase.commands.ts'
import {
  addMember,
  changeMember,
  substituteMember,
  withdrawMember,
} from './participants/member.commands.ts'
import { setRules } from './rules.commands.ts'
import { aboutInvitation, decided } from './templates.mails.ts'
import { say } from './words.ts'

export const delegations = feature('delegations', {
  say,
  commands: [
    setRules,
    prepareInvitations,
    readAddresses,
    changeInvitation,
    inviteParties,
    remindParties,
    reply,
    setQuota,
    addMember,
    changeMember,
    substituteMember,
    withdrawMember,
    submit,
    approve,
    giveBack,
    refuse,
    reconsider,
    erasePerson,
    expire,
  ],
  mails: {
    'delegations.invitation': aboutInvitation('invitation'),
    'delegations.reminder': aboutInvitation('reminder'),
    'delegations.decided': decided,
  },
})
