import type { Deed } from '../queue/deeds.ts'

const isSame = (a: Deed<'exchange-offered'>, b: Deed<'exchange-accepted'>) =>
  a.from === b.from && a.to === b.to

/** The offer that a consent answers: the last of the two before it. */
const answered = (deeds: readonly Deed[]): ReadonlySet<Deed> =>
  new Set(
    deeds.flatMap((deed, index) => {
      if (deed.what !== 'exchange-accepted') return []
      const offer = deeds
        .slice(0, index)
        .findLast((other) => other.what === 'exchange-offered' && isSame(other, deed))
      return offer ? [offer] : []
    }),
  )

/**
 * What everybody may read of the deeds of a list, numbered anew: they make the same list. What was said between two
 * delegations and came to nothing stays between them, and so does who had said that they were there.
 */
export function published(deeds: readonly Deed[]): Deed[] {
  const offers = answered(deeds)
  return deeds
    .filter(({ what }) => what !== 'confirm' && what !== 'exchange-declined')
    .filter((deed) => deed.what !== 'exchange-offered' || offers.has(deed))
    .map((deed, index) => ({ ...deed, seq: index + 1 }))
}
