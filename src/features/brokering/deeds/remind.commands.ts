import type { Actor } from '../../../kernel/actor.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { type Circumstances, command } from '../../../platform/command/command.ts'
import { overdue, remindable } from '../life.model.ts'
import { brokers, Days, OfConference, OfProposal } from '../model.ts'
import { daysAt } from '../queries.ts'
import { changing, isDesk, known, type Loaded, ofProposal, outcome } from './keep.commands.ts'

/** In whose name the program itself reminds. */
export const REMINDER: Actor = { kind: 'system', id: 'proposals', grants: [] }
const isReminder = ({ kind, id }: Actor) => kind === REMINDER.kind && id === REMINDER.id

function reminding(loaded: Loaded, parties: readonly PartyCode[], circumstances: Circumstances) {
  if (parties.length === 0) return null
  const asked = loaded.asked.map((one) =>
    parties.includes(one.party) ? { ...one, remindedAt: circumstances.now } : one,
  )
  return { ...changing(loaded, known(loaded), 'remind', circumstances, { asked }), parties }
}
type Reminded = NonNullable<ReturnType<typeof reminding>>

const reminds = {
  ...ofProposal,
  ...outcome,
  input: OfProposal,
  answer: ({ parties }: Reminded) => ({ asked: parties.length }),
}

/** Reminds those who have not answered; nobody on the day on which they were asked, and nobody twice a day. */
export const remind = command('brokering.remind', {
  ...reminds,
  may: isDesk,
  decide(loaded, _, circumstances): Reminded | null {
    const proposal = known(loaded)
    must(proposal.state === 'contacted', 'brokering.nobody-awaited')
    const parties = remindable(proposal, loaded.asked, circumstances.now)
    must(parties.length > 0, 'brokering.reminded-today')
    return reminding(loaded, parties, circumstances)
  },
})

/** Reminds by itself, after so many days without a word. */
export const remindInTime = command('brokering.remind-in-time', {
  ...reminds,
  load: async (db, input) => ({
    ...(await reminds.load(db, input)),
    days: await daysAt(db, input.conference),
  }),
  may: isReminder,
  decide(loaded, _, circumstances): Reminded | null {
    const { now } = circumstances
    const due = overdue(known(loaded), loaded.asked, { now, days: loaded.days })
    return reminding(loaded, due, circumstances)
  },
})

/** Says after how many days without an answer parties are reminded. */
export const setDays = command('brokering.set-days', {
  input: OfConference.extend({ days: Days }),
  conference: ({ conference }) => conference,
  load: (db, { conference }) => daysAt(db, conference),
  may: (actor, _, { conference }) => brokers(actor, conference),
  decide: (before, input) => (before === input.days ? null : input),
  async save(db, { conference, days }) {
    await db
      .insertInto('proposalRhythm')
      .values({ conference, days })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet({ days }))
      .execute()
  },
  subject: ({ conference }) => `partnership-reminder/${conference}`,
  touches: ({ conference }) => [`brokering/at-work/${conference}`],
})
