import { LANGUAGES } from '../../../kernel/language.ts'
import { minorOf } from '../../../kernel/money.ts'
import { type Quantity, Unit } from '../../../kernel/quantity.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Labels } from '../../parties/model.ts'
import { Terms } from '../../pledges/model.ts'
import type { Share as PledgeShare, Role } from '../../pledges/shares.model.ts'
import type { Gift, Proposal, Share } from '../model.ts'

/** What a party does in the joint pledge by what it was asked to give. Sustainment is given as supplies. */
const ROLE_OF: Readonly<Record<Gift, Role>> = {
  unit: 'unit',
  people: 'people',
  equipment: 'equipment',
  training: 'training',
  transport: 'transport',
  sustainment: 'equipment',
  money: 'money',
  refurbishment: 'refurbishment',
  host: 'host',
}

/** How much, as pledges count it; they count money in cents. */
function quantityOf({ amount, unit }: Share): Quantity {
  if (amount === null || unit === null) return { kind: 'none' }
  const exact = { kind: 'exact', year: null } as const
  if (unit === 'thousand-usd') {
    const value = minorOf(`${amount * 1000}`, 'USD')
    return value === null ? { kind: 'none' } : { ...exact, value, unit: 'money', currency: 'USD' }
  }
  const counted = Unit.safeParse(unit)
  return counted.success
    ? { ...exact, value: amount, unit: counted.data, currency: null }
    : { kind: 'none' }
}

/** The sum of two quantities that count the same; where they do not, none is said. */
function sumOf(one: Quantity, other: Quantity): Quantity {
  return one.kind === 'exact' &&
    other.kind === 'exact' &&
    one.unit === other.unit &&
    one.currency === other.currency
    ? { ...one, value: one.value + other.value }
    : { kind: 'none' }
}

/** Each party in each role once, with the consent that its focal point has given here. */
export function sharesOf(shares: readonly Share[]): PledgeShare[] {
  const all = new Map<string, PledgeShare>()
  for (const share of shares) {
    const role = ROLE_OF[share.gift]
    const key = `${share.party} ${role}`
    const before = all.get(key)
    const quantity = quantityOf(share)
    all.set(key, {
      ...{ party: share.party, role, consent: 'given' },
      quantity: before ? sumOf(before.quantity, quantity) : quantity,
    })
  }
  return [...all.values()]
}

/** What all have agreed on, as the terms of one joint pledge: its own rules say when and to whom it is shown. */
export function termsOf(
  { conference, wording }: Pick<Proposal, 'conference' | 'wording'>,
  { names, requirement }: { names: Labels; requirement: string | null },
): Terms {
  const { capability, units, mission, missionFor, from, until, words, shares } = wording
  const title = titleFrom(names)
  // What its own parties may not read has no place in what they write.
  const isTold = missionFor === 'named'
  return Terms.parse({
    ...{ conference, title, summary: words ?? title, lead: null, shares: sharesOf(shares) },
    quantity: units === null ? { kind: 'none' } : { kind: 'exact', value: units, unit: 'unit' },
    ...{ capabilities: [capability], from, until },
    missions: mission !== null && isTold ? [mission] : [],
    requirements: requirement !== null && isTold ? [{ code: requirement, inferred: false }] : [],
    // For which mission something is needed is no matter for everybody (DIPLOMACY 18).
    audiences: { missions: 'parties', requirements: 'parties' },
  })
}

/** The capability, in every language: what is pledged is named by no party's words. */
const titleFrom = (names: Labels): Text => ({
  original: 'en',
  in: Object.fromEntries(
    LANGUAGES.map((language) => [language, { value: names[language], status: 'unofficial' }]),
  ),
})
