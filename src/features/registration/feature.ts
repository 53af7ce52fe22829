import { z } from 'zod'
import { feature } from '../../platform/feature.ts'
import { CLASSES, KEEPER } from '../privacy/model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { expireAnswers, forgetStarts } from './expire.commands.ts'
import { recordPreset, setForm, takeForm } from './forms.commands.ts'
import { Preset } from './forms.model.ts'
import { linkLetter, receivedLetter } from './letters.mails.ts'
import {
  addPerson,
  begin,
  changeRegistration,
  eraseRegistration,
  register,
  withdrawRegistration,
} from './register.commands.ts'
import { say } from './words.ts'

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
