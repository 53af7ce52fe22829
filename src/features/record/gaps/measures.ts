import type { Quantity } from '../../../kernel/quantity.ts'
import { type Gap, missionGap, readinessGap } from '../../capabilities/gap.ts'
import { type CapabilityCode, isWithin } from '../../capabilities/model.ts'
import type { Paper, Requirement, RequirementId } from '../../capabilities/requirements.model.ts'
import type { Terms } from '../../pledges/model.ts'
import { giversOf } from '../../pledges/shares.model.ts'
import { termsSeenBy } from '../../pledges/terms/seen.ts'

/** A gap that was measured, with the need that it is measured by. */
export interface Measured extends Gap {
  requirement: Requirement
}

/** What our record holds of shares that were accepted; a need that no pledge names is not in it. */
export type Accepted = ReadonlyMap<RequirementId, readonly Quantity[]>

/** What of a pledge tells which shares were accepted for what. */
export type Answering = Pick<Terms, 'shares' | 'quantity' | 'requirements' | 'audiences'>

/** The shares that were accepted, by need: those to which a focal point has agreed, in pledges that name the need. */
export function acceptedIn(pledges: readonly Answering[]): Accepted {
  const accepted = new Map<RequirementId, Quantity[]>()
  for (const given of pledges) {
    const { shares, quantity, requirements } = termsSeenBy('public', given)
    const alone = giversOf(shares).length === 1
    const agreed = shares
      .filter(({ consent, role }) => consent === 'given' && role !== 'recipient')
      .map((share) => (share.quantity.kind === 'none' && alone ? quantity : share.quantity))
    for (const { code } of requirements) {
      accepted.set(code, [...(accepted.get(code) ?? []), ...agreed])
    }
  }
  return accepted
}

/**
 * The mission gap of a family: one for each need of a named mission. Where our record holds no pledge that names the
 * need, what was accepted for it is not known to us, and neither is the gap.
 */
export const missionGaps = (
  papers: readonly Paper[],
  family: CapabilityCode,
  accepted: Accepted,
): Measured[] =>
  needsWithin(papers, family)
    .filter(({ mission }) => mission !== null)
    .map((requirement) => {
      const shares = accepted.get(requirement.id)
      return {
        requirement,
        ...(shares ? missionGap(requirement.quantity, shares) : UNKNOWN_MISSION_GAP),
      }
    })

/**
 * The readiness gap of a family: what the last paper that measures against a generic mission says is needed, less what
 * the same paper says is pledged at level 2 or above. We never add up readiness ourselves.
 */
export function readinessGaps(papers: readonly Paper[], family: CapabilityCode): Measured[] {
  const latest = papers.findLast((paper) => genericIn(paper, 'need', family).length > 0)
  if (!latest) return []
  const supplies = genericIn(latest, 'supply', family)
  return genericIn(latest, 'need', family).map((requirement) => {
    const [capability] = requirement.capabilities
    const supply = supplies.find(({ capabilities }) => capabilities[0] === capability)
    return {
      requirement,
      ...readinessGap(unitsIn(requirement.quantity), supply ? unitsIn(supply.quantity) : null),
    }
  })
}

const UNKNOWN_MISSION_GAP: Gap = { measure: 'mission', missing: null }

const isOf = (family: CapabilityCode) => (requirement: Requirement) =>
  requirement.capabilities.some((code) => isWithin(code, family))

const needsWithin = (papers: readonly Paper[], family: CapabilityCode) =>
  papers
    .flatMap(({ requirements }) => requirements)
    .filter(({ side }) => side === 'need')
    .filter(isOf(family))

const genericIn = ({ requirements }: Paper, side: Requirement['side'], family: CapabilityCode) =>
  requirements
    .filter((one) => one.side === side && one.scope === 'generic-medium-mission')
    .filter(isOf(family))

/** A count of units, where one was stated exactly. */
const unitsIn = (quantity: Quantity): number | null =>
  quantity.kind === 'exact' && quantity.unit !== 'money' ? quantity.value : null
