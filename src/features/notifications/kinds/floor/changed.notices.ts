import type { Writing } from '../../../../platform/database/tables.ts'
import { amend, withdraw } from '../../../floor/deeds/asking.commands.ts'
import type { Done } from '../../../floor/deeds/keep.commands.ts'
import { absent, move, setLimit } from '../../../floor/deeds/running.commands.ts'
import { partyOfSpeech } from '../../../floor/queue/queues.ts'
import { noticeKind, type Telling } from '../../kind.ts'
import { afterLooking, FOCAL_POINT } from '../kind.notices.ts'
import { placeOf } from './floor.queries.ts'
import { type Place, toDelegation } from './places.ts'

const told = (place: Place | null, { deed, floor }: Done): Telling[] => {
  const speech = 'speech' in deed ? deed.speech : null
  const party = speech && partyOfSpeech(floor, speech)
  return place && party ? [toDelegation(place, { party, about: `speech/${speech}` })] : []
}

const where = (db: Writing, { of }: Done) => placeOf(db, of)

/** What a delegation asked for was changed, moved or withdrawn by somebody else: the desk, or a colleague. */
export const floorChanged = noticeKind('floor-changed', {
  group: 'delegations',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  after: [
    afterLooking(amend, where, told),
    afterLooking(withdraw, where, told),
    afterLooking(move, where, told),
    afterLooking(absent, where, told),
    afterLooking(setLimit, where, told),
  ],
})
