import { feature } from '../../platform/feature.ts'
import {
  draftAssessment,
  publishAssessment,
  reviseAssessment,
  sendAssessment,
} from './assessments/commands.ts'
import { restoreAssessment } from './assessments/save.commands.ts'
import { recordObservation } from './observations/commands.ts'
import { observationsFrom } from './observations/shipped.ts'
import { answer, commentAssessment, reply, restoreReply } from './replies/commands.ts'
import { reportError, settleError } from './replies/errors.commands.ts'
import { reportProgress, restoreReport } from './reports/commands.ts'
import {
  openRound,
  REMINDER,
  recordReminder,
  remind,
  restoreRound,
} from './reports/rounds.commands.ts'
import { say } from './words.ts'

export const followup = feature('followup', {
  say,
  commands: [
    reportProgress,
    restoreReport,
    openRound,
    remind,
    recordReminder,
    restoreRound,
    draftAssessment,
    reviseAssessment,
    sendAssessment,
    publishAssessment,
    restoreAssessment,
    reply,
    commentAssessment,
    answer,
    restoreReply,
    reportError,
    settleError,
    recordObservation,
  ],
  jobs: {
    async 'followup.reminder'(data, { perform, key }) {
      await perform(REMINDER, recordReminder, data, { key })
    },
  },
  shipped: [
    {
      file: 'observations.json',
      deeds: (content) =>
        observationsFrom(content).map((one) => ({
          command: recordObservation,
          input: one,
          key: `observation/${one.id}`,
        })),
    },
  ],
})
