import type { Requirement } from '../model/instance.ts'
import { goodOf } from '../programme/fits.ts'
import type { Missing, Reason, ReasonCode } from './explanation.ts'
import type { Standing } from './left.ts'
import type { Lacking } from './missing.ts'

/** Known to the author and the desk only: caveats, and how ready somebody is. */
const CONFIDENTIAL: readonly ReasonCode[] = [
  'readiness',
  'mission-excluded',
  'partner-excluded',
  'partners-readiness',
]

/** Why one more unit cannot be whole. */
export function reasonsFor(requirement: Requirement, { missing, standings }: Lacking): Reason[] {
  if (missing.length === 0) return [whole('no-combination'), ...inReturn(standings)]
  return missing.flatMap((one) => {
    const all = standings.filter(({ offer }) => goodOf(offer) === goodOf(one))
    if (all.length === 0) return [{ ...whole('nobody-offers'), component: one.component }]
    const told = all.flatMap((standing) => reasonOf(requirement, standing))
    return told.length > 0 ? told : [tooLittle(one, all)]
  })
}

const whole = (code: ReasonCode): Reason => ({
  ...{ code, component: null, amount: null, offer: null, party: null, requirement: null },
  confidential: false,
})

const tooLittle = ({ component }: Missing, all: readonly Standing[]): Reason => ({
  ...whole('too-little'),
  component,
  amount: all.reduce((sum, { given, free }) => sum + given + free, 0),
})

function reasonOf(requirement: Requirement, standing: Standing): Reason[] {
  const { offer, hindrance, usedFor, from, until } = standing
  const about = {
    ...{ component: offer.component, amount: offer.amount },
    ...{ offer: offer.id, party: offer.party },
  }
  if (hindrance !== null && hindrance !== 'other') {
    const confidential = CONFIDENTIAL.includes(hindrance)
    return [{ ...whole(hindrance), ...about, confidential }]
  }
  const taken = usedFor.map((id) => ({ ...whole('taken'), ...about, requirement: id }))
  const isPart = days(requirement) > until - from + 1
  return isPart ? [...taken, { ...whole('date'), ...about }] : taken
}

const days = ({ from, until }: Requirement): number =>
  Temporal.PlainDate.from(from).until(until).days + 1

const inReturn = (standings: readonly Standing[]): Reason[] =>
  standings
    .filter(({ offer, free }) => offer.needs.length > 0 && free > 0)
    .map(({ offer }) => ({
      ...whole('needs-in-return'),
      ...{ component: offer.component, amount: offer.amount },
      ...{ offer: offer.id, party: offer.party },
    }))
