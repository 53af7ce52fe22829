import { z } from 'zod'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { command } from '../../platform/command/command.ts'
import { counts } from '../delegations/participants/life.model.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { participantsAmong } from '../delegations/participants/queries.ts'
import { isProtocolDesk, OfConference, type VisaLetter } from './model.ts'
import { visaLettersAt } from './queries.ts'

const MOST = 400

/**
 * Issues letters with which people apply for a visa, each with the next number of the conference. Whoever has one in
 * that language keeps it.
 */
export const issueVisaLetters = command('arrivals.issue-visa-letters', {
  input: OfConference.extend({
    participants: z.array(ParticipantId).min(1).max(MOST),
    language: Language,
  }),
  conference: ({ conference }) => conference,
  load: async (db, { conference, participants }) => ({
    people: await participantsAmong(db, conference, participants),
    letters: await visaLettersAt(db, conference),
  }),
  may: (actor, _, { conference }) => isProtocolDesk(actor, conference),
  decide({ people, letters }, { conference, participants, language }, { actor, now, newId }) {
    must(people.length === new Set(participants).size, 'arrivals.unknown-person')
    must(
      people.every(({ state, person }) => counts(state) && person !== null),
      'arrivals.not-named',
    )
    const has = new Set(
      letters.filter((one) => one.language === language).map(({ participant }) => participant),
    )
    let number = letters[0]?.number ?? 0
    const issued = people
      .filter(({ id }) => !has.has(id))
      .map((one): VisaLetter => {
        number += 1
        return {
          ...{ id: newId(), conference, participant: one.id, number, language },
          ...{ issuedAt: now, issuedBy: `${actor.kind}/${actor.id}` },
        }
      })
    return issued.length === 0 ? null : { issued, people }
  },
  async save(db, { issued }) {
    await db.insertInto('visaLetter').values(issued).execute()
  },
  subject: (_, { conference }) => `visa-letters/${conference}`,
  answer: ({ issued }) => ({ issued: issued.length }),
  touches: ({ people }, { conference }) => [
    `arrivals/${conference}`,
    ...people.flatMap(({ party }) => (party ? [`arrivals/${conference}/${party}`] : [])),
  ],
})
