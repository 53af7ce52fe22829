import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import { ROLES, type Role } from '../../pledges/shares.model.ts'
import { type Filter, hasRole } from '../count/filter.ts'
import { type Answer, filterOfAnswer } from '../gaps/answers.ts'
import type { Entry } from '../ledger.model.ts'

/** What a reader asks of the flow, as it stands in the address; what it cannot mean is left out. */
export const FlowWish = z.object({
  edition: ConferenceId.optional().catch(undefined),
  capability: CapabilityCode.optional().catch(undefined),
})
export type FlowWish = z.infer<typeof FlowWish>

/** From one thing to another, the number of pledges, and which: what stands in the address of their count. */
export interface Stream<From extends string, To extends string> {
  from: From
  to: To
  pledges: number
  filter: Filter
}

/** Something that pledges come through, and how many different ones do: less than the sum of its streams. */
export interface Through<Code extends string> {
  code: Code
  pledges: number
}

/** From needs to the editions whose pledges answer them, and from the editions to the parts in those pledges. */
export interface Streams {
  families: readonly Through<CapabilityCode>[]
  editions: readonly Through<ConferenceId>[]
  roles: readonly Through<Role>[]
  answers: readonly Stream<CapabilityCode, ConferenceId>[]
  parts: readonly Stream<ConferenceId, Role>[]
  /** Different pledges altogether. */
  pledges: number
}

/**
 * The pledges that answer needs, as streams. A pledge of two families is in the stream of each, one in which four
 * parties have four different parts is in four: so streams are never added up, only different pledges are.
 */
export function streamsOf(answers: readonly Answer[], wish: FlowWish): Streams {
  const chosen = answers
    .filter(({ pledges }) => pledges.length > 0)
    .filter(({ edition }) => wish.edition === undefined || edition === wish.edition)
    .filter(({ family }) => wish.capability === undefined || family === wish.capability)
  const editions = [...Map.groupBy(chosen, ({ edition }) => edition)].map(([code, its]) => {
    const all = differentIn(its)
    const capability = its.map(({ family }) => family).join(',')
    return { code, pledges: all.length, roles: rolesIn(all), filter: { edition: code, capability } }
  })
  const families = [...Map.groupBy(chosen, ({ family }) => family)]
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  return {
    // A pledge belongs to one edition: those of several editions are different ones.
    families: families.map(([code, its]) => ({
      code,
      pledges: sum(its.map(({ pledges }) => pledges.length)),
    })),
    editions: editions.map(({ code, pledges }) => ({ code, pledges })),
    roles: ROLES.map((code) => ({
      code,
      pledges: sum(editions.map(({ roles }) => roles.get(code) ?? 0)),
    })).filter(({ pledges }) => pledges > 0),
    answers: chosen.map(({ family, edition, pledges }) => ({
      from: family,
      to: edition,
      pledges: pledges.length,
      filter: filterOfAnswer({ edition, family }),
    })),
    parts: editions.flatMap(({ code, roles, filter }) =>
      [...roles].map(([role, pledges]) => ({
        from: code,
        to: role,
        pledges,
        filter: { ...filter, role },
      })),
    ),
    pledges: sum(editions.map(({ pledges }) => pledges)),
  }
}

/** In how many pledges somebody has each role, in the order of roles. */
function rolesIn(pledges: readonly Entry[]): ReadonlyMap<Role, number> {
  const numbers = ROLES.map(
    (role) => [role, pledges.filter((entry) => hasRole(entry, role)).length] as const,
  )
  return new Map(numbers.filter(([, number]) => number > 0))
}

/** The pledges of some answers, each once. */
const differentIn = (answers: readonly Answer[]): Entry[] => [
  ...new Set(answers.flatMap(({ pledges }) => pledges)),
]
