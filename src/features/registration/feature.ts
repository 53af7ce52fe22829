import { z } from 'zod'
import { ConferenceId, FileId } from '../../kernel/ids.ts'
import { feature } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { participantOf } from '../delegations/participants/queries.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { CLASSES, KEEPER } from '../privacy/model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { expireAnswers, forgetStarts } from './expire.commands.ts'
import { recordPreset, setForm, takeForm } from './forms.commands.ts'
import { Preset } from './forms.model.ts'
import { linkLetter, receivedLetter } from './letters.mails.ts'
import { formOf } from './queries.ts'
import {
  addPerson,
  begin,
  changeRegistration,
  eraseRegistration,
  register,
  withdrawRegistration,
} from './register.commands.ts'
import { say } from './words.ts'

/** A paper that somebody handed in with their answers, for those who decide on them. */
const answerFile = fileResource('registration.answer', {
  path: '/:conference/people/:participant/answer/:field',
  params: z.object({ conference: ConferenceId, participant: ParticipantId, field: z.string() }),
  query: z.object({}),
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async find(db, { params: { conference, participant, field } }) {
    const person = await participantOf(db, participant)
    if (person?.conference !== conference || !person.person) return null
    const kept = await formOf(db, conference, person.kind)
    const asked = kept?.form.fields.some(({ id, kind }) => id === field && kind === 'file')
    return asked ? (FileId.safeParse(person.person.answers[field]).data ?? null) : null
  },
})

const Shipped = z.object({ forms: z.array(Preset) })

export const registration = feature('registration', {
  say,
  commands: [
    recordPreset,
    takeForm,
    setForm,
    begin,
    register,
    changeRegistration,
    withdrawRegistration,
    eraseRegistration,
    addPerson,
    expireAnswers,
    forgetStarts,
  ],
  jobs: {
    'registration.expire': eachNight(expireAnswers, CLASSES, 'classes'),
    'registration.forget': async (_, { perform, key }) => {
      await perform(KEEPER, forgetStarts, {}, { key })
    },
  },
  schedule: {
    'registration.expire': { daily: '03:18' },
    'registration.forget': { daily: '03:20' },
  },
  resources: [answerFile],
  mails: { 'registration.link': linkLetter, 'registration.received': receivedLetter },
  shipped: [
    {
      file: 'registration-forms.json',
      deeds: (content) =>
        Shipped.parse(content).forms.map((preset) => ({
          command: recordPreset,
          input: preset,
          key: `registration-preset/${preset.kind}`,
        })),
    },
  ],
})
