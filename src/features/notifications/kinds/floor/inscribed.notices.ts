import { inscribe, insert } from '../../../floor/deeds/asking.commands.ts'
import { partyOfSpeech } from '../../../floor/queue/queues.ts'
import { noticeKind } from '../../kind.ts'
import { afterLooking, FOCAL_POINT } from '../kind.notices.ts'
import { placeOf } from './floor.queries.ts'
import { toDelegation } from './places.ts'

/** A delegation was inscribed in a list of speakers, by a colleague or by the desk. */
export const floorInscribed = noticeKind('floor-inscribed', {
  group: 'delegations',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  letters: ['floor.acknowledged'],
  after: [inscribe, insert].map((command) =>
    afterLooking(
      command,
      (db, { of }) => placeOf(db, of),
      (place, { deed, floor }) => {
        const speech = 'speech' in deed ? deed.speech : null
        const party = speech && partyOfSpeech(floor, speech)
        if (!place || !party) return []
        return [toDelegation(place, { party, about: `speech/${speech}` })]
      },
    ),
  ),
})
