import { feature } from '../../platform/feature.ts'
import { askChange, consent, decline } from './deeds/answer.commands.ts'
import { begin, end } from './deeds/move.commands.ts'
import { note } from './deeds/note.commands.ts'
import { REMINDER, remind, remindInTime, setDays } from './deeds/remind.commands.ts'
import { alter, contact, start, suggest } from './deeds/suggest.commands.ts'
import { waitingProposals } from './queries.ts'
import { say } from './words.ts'

/** From a calculation to an agreement: proposals, the consent of each party to its share, and the joint pledge. */
export const brokering = feature('brokering', {
  say,
  commands: [
    ...[suggest, start, contact, alter],
    ...[consent, askChange, decline],
    ...[begin, end, note],
    ...[remind, remindInTime, setDays],
  ],
  jobs: {
    async 'brokering.remind'(_, { read, perform, key }) {
      for (const { id, conference } of await waitingProposals(read)) {
        const of = { conference, proposal: id }
        await perform(REMINDER, remindInTime, of, { key: `${key} ${id}` })
      }
    },
  },
  schedule: { 'brokering.remind': { daily: '06:20' } },
})
