import { z } from 'zod'
import { feature } from '../../platform/feature.ts'
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
  ],
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
