import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { type Done, floorKnown, OUTCOME } from '../deeds/keep.commands.ts'
import { OfList } from '../model.ts'
import { type Deed, SpeechId } from '../queue/deeds.ts'
import { applied } from '../queue/queue.ts'
import { nextOf } from './play.ts'
import { goingOn, planOf } from './rehearsal.commands.ts'
import { isPlayer, type Rehearsal } from './rehearsal.model.ts'
import { playsNow, rehearsalOf } from './rehearsals.queries.ts'

interface Stepped extends Done {
  rehearsal: Rehearsal
}

const known = async (db: Writing, { conference, session }: OfList) => {
  const of = { conference, session }
  const rehearsal = await rehearsalOf(db, of)
  return {
    ...(await floorKnown(db, of)),
    rehearsal: rehearsal && (await playsNow(db, rehearsal)) ? rehearsal : null,
  }
}

/**
 * Does the next deed of a rehearsal, where it is played and stands as it stood when this was asked for: so it is done
 * once, however many processes ask, and whoever is killed leaves nothing half done.
 */
export const rehearse = command('floor.rehearse', {
  ...OUTCOME,
  input: OfList.extend({ seq: z.int().min(1) }),
  load: (db, of) => known(db, of),
  may: (actor) => isPlayer(actor),
  decide({ floor, rehearsal }, { seq }, { actor, now, newId }): Stepped | null {
    if (!floor || !rehearsal || floor.seq !== seq) return null
    const next = nextOf(planOf(rehearsal), floor, () => SpeechId.parse(newId()))
    if (!next) return null
    const last = floor.standing.at(-1)?.at ?? 0
    const at = Math.max(now.epochMilliseconds, last)
    must(next.at <= at + EARLY, 'floor.not-due')
    const deed = { ...next.act, seq: seq + 1, at, hand: 'desk' } as Deed
    const { of } = rehearsal
    const by = `${actor.kind}/${actor.id}`
    return { of, deed, by, note: null, floor: applied(floor, deed), speaker: null, rehearsal }
  },
  errands: ({ rehearsal, floor }) => goingOn(rehearsal, floor),
})

/** By how much a clock that asks may run ahead, in milliseconds. */
const EARLY = 2_000
