import type { PartyCode } from '../../../kernel/ids.ts'
import { allows } from '../../../kernel/refusal.ts'
import type { Act, Deed, SpeechId } from '../../floor/queue/deeds.ts'
import { type Floor, next, speaking } from '../../floor/queue/floor.ts'
import { applied, undoable } from '../../floor/queue/queue.ts'

/** Stands for somebody who is not in the list: what is asked of the rule concerns everybody alike. */
const SOMEBODY = { speech: 'somebody' as SpeechId, party: 'somebody' as PartyCode }

/** Whether the rule would let the desk do something now, so that no button is offered in vain. */
export function mayDo(floor: Floor, act: Act, now: number): boolean {
  const at = Math.max(now, floor.standing.at(-1)?.at ?? now)
  const deed = { ...act, seq: floor.seq + 1, at, hand: 'desk' } as Deed
  return allows(() => applied(floor, deed))
}

/** What the desk may do to a list at an instant. */
export function canNow(floor: Floor, now: number) {
  const may = (act: Act) => mayDo(floor, act, now)
  const nextOne = next(floor)
  const speaks = speaking(floor)
  const undone = undoable(floor)
  return {
    open: may({ what: 'open' }),
    close: may({ what: 'close' }),
    begin: may({ what: 'begin-session' }),
    suspend: may({ what: 'suspend' }),
    resumeSession: may({ what: 'resume-session' }),
    adjourn: may({ what: 'adjourn' }),
    give: nextOne !== null && may({ what: 'give-floor', speech: nextOne.id, reason: null }),
    next: nextOne !== null && may({ what: 'next', speech: nextOne.id }),
    pause: may({ what: 'pause' }),
    resume: may({ what: 'resume' }),
    end: may({ what: 'end-floor' }),
    point: may({ what: 'point-of-order', ...SOMEBODY }),
    rule: may({ what: 'rule-on-point', ruling: 'noted' }),
    reply: may({ what: 'reply-asked', ...SOMEBODY }),
    limit:
      speaks !== null &&
      may({ what: 'set-limit', speech: speaks.speech.id, seconds: 60, reason: 'other' }),
    insert: floor.meeting !== 'adjourned',
    move: floor.waiting.length > 1 && floor.meeting !== 'adjourned',
    undo: undone !== null && may({ what: 'undo', undone: undone.seq }),
  }
}
export type Can = ReturnType<typeof canNow>

/** What the desk may do to one speech at an instant. */
export function canTo(floor: Floor, speech: SpeechId, now: number) {
  const may = (act: Act) => mayDo(floor, act, now)
  return {
    give: may({ what: 'give-floor', speech, reason: 'other' }),
    move: floor.waiting.length > 1 && may({ what: 'move', speech, to: 1, reason: 'other' }),
    absent: may({ what: 'absent', speech }),
    confirm: may({ what: 'confirm', speech }),
    limit: may({ what: 'set-limit', speech, seconds: 60, reason: 'other' }),
    withdraw: may({ what: 'withdraw', speech }),
  }
}
