import { z } from 'zod'
import { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import { feature, type Job } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { readFileOf } from '../../platform/files/uploads.ts'
import { resource } from '../../platform/http/page.ts'
import { portraitFrom } from '../../platform/picture/portrait.ts'
import { CLASSES } from '../privacy/model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { datesMayErase } from './dates.commands.ts'
import { declineDocument, handInDocument, verifyDocument } from './documents/commands.ts'
import { documentOf } from './documents/queries.ts'
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
import { ParticipantId } from './participants/model.ts'
import { DARKROOM, keepPortrait } from './participants/portrait.commands.ts'
import { participantOf, portraitOf } from './participants/queries.ts'
import { setRules } from './rules.commands.ts'
import { aboutDocument, aboutInvitation, decided } from './templates.mails.ts'
import { isSecretariat, seesDelegation, speaksForDelegation } from './who.model.ts'
import { say } from './words.ts'

/** Makes what a badge prints of a photo that was handed in. */
const portrait: Job = async (data, { read, perform, key }) => {
  const { participant, file } = Photo.parse(data)
  const photo = await readFileOf(read, file)
  if (!photo) return
  const image = (await portraitFrom(photo.bytes))?.toString('base64') ?? null
  await perform(DARKROOM, keepPortrait, { participant, file, image }, { key })
}
/** All but what stands on badges, which end their own time. */
const PERSONAL = CLASSES.filter((one) => one !== 'badge')

const Photo = z.object({ participant: ParticipantId, file: FileId })

const OfPerson = z.object({ conference: ConferenceId, participant: ParticipantId })

const portraitResource = resource('delegations.portrait', {
  path: '/:conference/people/:participant/photo',
  type: 'image/jpeg',
  params: OfPerson,
  query: z.object({}),
  topics: () => [],
  may: (actor) => actor.kind !== 'anonymous',
  async read(db, { params: { conference, participant }, viewer }) {
    const person = await participantOf(db, participant)
    if (person?.conference !== conference) return null
    const { actor } = viewer
    const sees = person.state === 'draft' ? speaksForDelegation : seesDelegation
    const mine = person.party
      ? sees(actor, conference, person.party)
      : isSecretariat(actor, conference)
    return mine ? portraitOf(db, participant) : null
  },
  render: (image) => image,
})

const documentFile = fileResource('delegations.document', {
  path: '/:conference/delegation/:party/document/:document',
  params: z.object({ conference: ConferenceId, party: PartyCode, document: z.uuid() }),
  query: z.object({}),
  may: (actor, { conference, party }) => seesDelegation(actor, conference, party),
  async find(db, { params }) {
    const document = await documentOf(db, params.document)
    return document?.conference === params.conference && document.party === params.party
      ? document.file
      : null
  },
})

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
    keepPortrait,
    handInDocument,
    verifyDocument,
    declineDocument,
    erasePerson,
    expire,
  ],
  on: { 'conferences.move-dates': datesMayErase, 'conferences.return-to': datesMayErase },
  resources: [portraitResource, documentFile],
  jobs: {
    'delegations.portrait': portrait,
    'delegations.expire': eachNight(expire, PERSONAL, 'classes'),
  },
  schedule: { 'delegations.expire': { daily: '03:10' } },
  mails: {
    'delegations.invitation': aboutInvitation('invitation'),
    'delegations.reminder': aboutInvitation('reminder'),
    'delegations.decided': decided,
    'delegations.document-declined': aboutDocument,
  },
})
