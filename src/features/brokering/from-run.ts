import type { Contribution } from '../matching/explain/explanation.ts'
import type { Need } from '../offers/needs/model.ts'
import type { Made } from '../partnerships/runs/model.ts'
import { Gift, type Share, ShareUnit, type Wording } from './model.ts'

/**
 * What a calculation proposes for one of its needs, as a wording; null where it proposes nothing, or something that
 * nobody can be asked for. Of offers nothing goes into it but how much of what and when: no caveat, no condition.
 */
export function wordingFrom(
  { instance, explanation }: Pick<Made, 'instance' | 'explanation'>,
  requirement: string,
  need: Pick<Need, 'terms'> | null,
): Wording | null {
  const needed = instance.requirements.find(({ id }) => id === requirement)
  const explained = explanation.requirements.find((one) => one.requirement === requirement)
  if (!needed || !explained || explained.by.length === 0) return null
  const shares = merged(explained.by.flatMap(shareFrom))
  if (new Set(shares.map(({ party }) => party)).size < 2) return null
  const { capability, mission, from, until } = needed
  return {
    ...{ form: 'joint', capability, mission, from, until, words: null, shares },
    units: explained.units > 0 ? explained.units : null,
    missionFor:
      mission === null || need?.terms.audience === 'participants' ? 'named' : 'secretariat',
  }
}

function shareFrom({ party, component, amount, unit, from, until }: Contribution): Share[] {
  const gift = Gift.safeParse(component)
  const counted = ShareUnit.safeParse(unit)
  if (!gift.success || !counted.success || amount < 1) return []
  return [
    { party, part: null, gift: gift.data, amount, unit: counted.data, from, until, words: null },
  ]
}

/** What a party gives of one kind for the same days is one share, although it offered it in several pieces. */
function merged(shares: readonly Share[]): Share[] {
  const all = new Map<string, Share>()
  for (const share of shares) {
    const { party, gift, unit, from, until } = share
    const key = [party, gift, unit, from, until].join(' ')
    const before = all.get(key)
    all.set(key, before ? { ...before, amount: (before.amount ?? 0) + (share.amount ?? 0) } : share)
  }
  return [...all.values()]
}
