import type { Telling } from '../kind.ts'
import { type Holder, type Seat, sits, type Way } from '../model.ts'

/** Something that a deed tells, as a notice of some kind. */
export interface Told extends Telling {
  kind: string
  /** What it is about, as the journal names subjects. */
  about: string
}

/** A notice that somebody gets. */
export interface Picked {
  account: string
  told: Told
  seat: Seat
  way: Exclude<Way, 'off'>
}

/**
 * Who gets which notice of a deed. What is told first goes before what is told later of the same thing: nobody hears of
 * one thing twice. Whoever did the deed knows it already.
 *
 * @param told in the order of the kinds.
 * @param wayOf how an account wants to hear of a kind.
 */
export function picked(
  told: readonly Told[],
  holders: readonly Holder[],
  { doer, wayOf }: { doer: string | null; wayOf(account: string, kind: string): Way },
): Picked[] {
  return holders
    .filter(({ account }) => account !== doer)
    .flatMap((holder) => {
      const heard = new Set<string>()
      return told.flatMap((one): Picked[] => {
        const seat = one.to.find((seat) => sits(holder, seat))
        const way = wayOf(holder.account, one.kind)
        if (!seat || way === 'off' || heard.has(one.about)) return []
        heard.add(one.about)
        return [{ account: holder.account, told: one, seat, way }]
      })
    })
}
