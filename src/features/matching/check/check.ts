import type { Instance, Offer, Requirement } from '../model/instance.ts'
import type { Cover, Plan } from '../model/plan.ts'

/** A rule that a plan breaks, in a code for which a page has words. */
export const BROKEN = [
  'unknown-requirement',
  'unknown-offer',
  'cover-twice',
  'share-twice',
  'other-party',
  'other-component',
  'other-days',
  'not-asked-for',
  'not-for-this-capability',
  'no-whole-lots',
  'more-than-offered',
  'mission-excluded',
  'readiness',
  'language',
  'partner-excluded',
  'partners-readiness',
  'unknown-alternative',
  'no-whole-units',
  'more-than-needed',
  'starts-too-early',
  'starts-too-late',
  'unit-incomplete',
  'need-in-return',
] as const
export interface Broken {
  code: (typeof BROKEN)[number]
  requirement: string
  /** The offer, alternative or component that it is about. */
  what: string
  /** The day on which it shows; null where it always does. */
  day: string | null
}

/**
 * Reads a plan against the data once more, rule by rule and day by day, knowing nothing of how it was found: what the
 * solver got wrong, this does not get wrong in the same way. Empty where the plan keeps every rule.
 */
export function check(instance: Instance, { covers }: Plan): Broken[] {
  const broken: Broken[] = []
  const seen = new Set<string>()
  for (const cover of covers) {
    const say: Say = (code, what, day = null) =>
      broken.push({ code, requirement: cover.requirement, what, day })
    const requirement = instance.requirements.find(({ id }) => id === cover.requirement)
    if (seen.has(cover.requirement)) say('cover-twice', cover.requirement)
    seen.add(cover.requirement)
    if (!requirement) {
      say('unknown-requirement', cover.requirement)
      continue
    }
    checkShares(instance, requirement, cover, say)
    checkPartners(instance, cover, say)
    checkUnits(instance, requirement, cover, say)
    checkDays(instance, requirement, cover, say)
  }
  return [...broken, ...checkAmounts(instance, covers)]
}

type Say = (code: Broken['code'], what: string, day?: string | null) => void

const offerOf = (instance: Instance, id: string): Offer | undefined =>
  instance.offers.find((one) => one.id === id)

/** The last day of an offer, by its own end and its turns. */
function lastDay({ from, until, rotation }: Offer): string {
  if (rotation === null) return until
  const months = rotation.turnMonths * rotation.turns
  const end = Temporal.PlainDate.from(from).add({ months }).add({ days: -1 }).toString()
  return end < until ? end : until
}

const isOnce = ({ kinds }: Instance, component: string): boolean =>
  kinds.some(({ code, once }) => code === component && once)

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)

function checkShares(instance: Instance, requirement: Requirement, cover: Cover, say: Say): void {
  const ids = cover.shares.map(({ offer }) => offer)
  for (const share of cover.shares) {
    const offer = offerOf(instance, share.offer)
    if (ids.filter((id) => id === share.offer).length > 1) say('share-twice', share.offer)
    if (!offer) {
      say('unknown-offer', share.offer)
      continue
    }
    if (share.party !== offer.party) say('other-party', share.offer)
    if (share.component !== offer.component || share.unit !== offer.unit) {
      say('other-component', share.offer)
    }
    const from = later(offer.from, requirement.from)
    const until = isOnce(instance, offer.component)
      ? requirement.until
      : earlier(lastDay(offer), requirement.until)
    if (from > until || share.from !== from || share.until !== until) say('other-days', share.offer)
    const lots = share.amount / offer.lot
    if (!Number.isInteger(lots) || lots < 1) say('no-whole-lots', share.offer)
    if (!isAskedFor(instance, requirement, offer)) say('not-asked-for', offer.id)
    checkCaveats(instance, requirement, offer, say)
  }
}

/** Whether a unit is made up of such a thing, or somebody wants it in return. */
function isAskedFor(instance: Instance, requirement: Requirement, offer: Offer): boolean {
  const { component, unit, needs } = offer
  const isLike = (one: { component: string; unit: string }) =>
    one.component === component && one.unit === unit
  const inRecipe = instance.recipes
    .filter(({ capability }) => capability === requirement.capability)
    .some(({ alternatives }) => alternatives.some(({ components }) => components.some(isLike)))
  return inRecipe || (needs.length === 0 && instance.offers.some((one) => one.needs.some(isLike)))
}

function checkCaveats(instance: Instance, requirement: Requirement, offer: Offer, say: Say): void {
  const { capability } = offer
  const isFor = requirement.capability
  if (capability !== null && isFor !== capability && !isFor.startsWith(`${capability}.`)) {
    say('not-for-this-capability', offer.id)
  }
  if (offer.caveats.missionsExcluded.some((one) => one === requirement.mission)) {
    say('mission-excluded', offer.id)
  }
  if (offer.readiness < requirement.minimumReadiness) say('readiness', offer.id)
  const speaks = instance.kinds.some((one) => one.code === offer.component && one.speaks)
  const common = offer.languages.filter((one) => requirement.languages.includes(one))
  if (speaks && requirement.languages.length > 0 && common.length === 0) say('language', offer.id)
}

function checkPartners(instance: Instance, cover: Cover, say: Say): void {
  const offers = cover.shares.flatMap(({ offer }) => offerOf(instance, offer) ?? [])
  for (const { id, party, caveats } of offers) {
    const others = offers.filter((other) => other.party !== party)
    if (others.some((other) => caveats.partnersExcluded.includes(other.party))) {
      say('partner-excluded', id)
    }
    const least = caveats.partnersReadiness
    if (least !== null && others.some(({ readiness }) => readiness < least)) {
      say('partners-readiness', id)
    }
  }
}

function checkUnits(instance: Instance, requirement: Requirement, cover: Cover, say: Say): void {
  const recipe = instance.recipes.find(({ capability }) => capability === requirement.capability)
  let units = 0
  for (const one of cover.units) {
    units += one.units
    if (!recipe?.alternatives.some(({ id }) => id === one.alternative)) {
      say('unknown-alternative', one.alternative)
    }
    if (!Number.isInteger(one.units) || one.units < 1) say('no-whole-units', one.alternative)
    if (one.from < requirement.from) say('starts-too-early', one.alternative)
    if (one.from > (requirement.startBy ?? requirement.from))
      say('starts-too-late', one.alternative)
  }
  if (units > requirement.units) say('more-than-needed', requirement.id)
}

/** On every day on which something changes, all that is needed must be there. */
function checkDays(instance: Instance, requirement: Requirement, cover: Cover, say: Say): void {
  const recipe = instance.recipes.find(({ capability }) => capability === requirement.capability)
  const days = new Set([
    requirement.from,
    ...cover.units.map(({ from }) => from),
    ...cover.shares.flatMap(({ from, until }) => [from, dayAfter(until)]),
  ])
  for (const day of [...days].toSorted()) {
    if (day < requirement.from || day > requirement.until) continue
    const there = cover.shares.filter(({ from, until }) => from <= day && day <= until)
    const needed = new Map<string, number>()
    const inReturn = new Map<string, number>()
    const add = (to: Map<string, number>, component: string, unit: string, amount: number) =>
      to.set(`${component} ${unit}`, (to.get(`${component} ${unit}`) ?? 0) + amount)
    for (const { alternative, units } of cover.units.filter(({ from }) => from <= day)) {
      const components = recipe?.alternatives.find(({ id }) => id === alternative)?.components ?? []
      for (const one of components) add(needed, one.component, one.unit, one.amount * units)
    }
    for (const share of there) {
      const offer = offerOf(instance, share.offer)
      for (const need of offer?.needs ?? []) {
        const amount = need.amount * (share.amount / (offer?.lot ?? 1))
        add(needed, need.component, need.unit, amount)
        add(inReturn, need.component, need.unit, amount)
      }
    }
    const given = (good: string, free: boolean) =>
      there
        .filter(({ component, unit }) => `${component} ${unit}` === good)
        .filter(({ offer }) => !free || offerOf(instance, offer)?.needs.length === 0)
        .reduce((sum, { amount }) => sum + amount, 0)
    for (const [good, amount] of needed) {
      if (given(good, false) < amount) say('unit-incomplete', good, day)
    }
    for (const [good, amount] of inReturn) {
      if (given(good, true) < amount) say('need-in-return', good, day)
    }
  }
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** Over all requirements, nobody gives more than was offered: at any time, or in all where it is given once. */
function checkAmounts(instance: Instance, covers: readonly Cover[]): Broken[] {
  const shares = covers.flatMap((cover) =>
    cover.shares.map((share) => ({ ...share, requirement: cover.requirement })),
  )
  return [...Map.groupBy(shares, ({ offer }) => offer)].flatMap(([id, own]): Broken[] => {
    const offer = offerOf(instance, id)
    if (!offer) return []
    const most = offer.amount - (offer.amount % offer.lot)
    const once = isOnce(instance, offer.component)
    return own.flatMap(({ requirement, from: day }): Broken[] => {
      const sum = own
        .filter(({ from, until }) => once || (from <= day && day <= until))
        .reduce((all, { amount }) => all + amount, 0)
      return sum > most ? [{ code: 'more-than-offered', requirement, what: id, day }] : []
    })
  })
}
