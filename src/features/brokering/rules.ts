import type { RefusedField } from '../../kernel/refusal.ts'
import type { PartyKind } from '../parties/model.ts'
import {
  type Gift,
  PARTS,
  type Part,
  partiesIn,
  type Share,
  type ShareUnit,
  type Wording,
} from './model.ts'

/** What a wording names, as far as it is there. */
export interface KnownNames {
  kinds: ReadonlyMap<string, PartyKind>
  unknown: { capabilities: readonly string[]; missions: readonly string[] }
}

/** The same wording, without what its form has no place for. */
export const settled = (wording: Wording): Wording => ({
  ...wording,
  missionFor: wording.mission === null ? 'named' : wording.missionFor,
  shares: wording.shares.map((share) => ({
    ...share,
    part: wording.form === 'triangular' ? share.part : null,
    words: share.words || null,
  })),
})

/** What is wrong with a wording, each at its field. */
export const faultsIn = (wording: Wording, known: KnownNames): RefusedField[] =>
  [...inWhole(wording, known), ...wording.shares.flatMap((share, at) => inShare(share, at, known))]
    .concat(wording.form === 'triangular' ? inTriangle(wording, known) : [])
    .map(({ path, code }) => ({ path: ['wording', ...path], code: `brokering.${code}` }))

const fault = (code: string, ...path: (string | number)[]): RefusedField => ({ path, code })

function inWhole(wording: Wording, { unknown }: KnownNames): RefusedField[] {
  return [
    ...(unknown.capabilities.length > 0 ? [fault('unknown-capability', 'capability')] : []),
    ...(unknown.missions.length > 0 ? [fault('unknown-mission', 'mission')] : []),
    ...(partiesIn(wording).length < 2 ? [fault('alone', 'shares')] : []),
  ]
}

/** What is counted so is nothing else: there are no flights of people. */
const COUNTED_ONLY: Readonly<Partial<Record<ShareUnit, Gift>>> = {
  flight: 'transport',
  voyage: 'transport',
  month: 'sustainment',
  'thousand-usd': 'money',
}

function inShare(share: Share, at: number, { kinds }: KnownNames): RefusedField[] {
  const { party, gift, amount, unit } = share
  const only = unit === null ? undefined : COUNTED_ONLY[unit]
  const isCounted = only === undefined || only === gift
  return [
    ...(kinds.has(party) ? [] : [fault('unknown-party', 'shares', at, 'party')]),
    ...((amount === null) === (unit === null)
      ? []
      : [fault('amount-and-unit', 'shares', at, 'amount')]),
    ...(isCounted ? [] : [fault('unit-of-gift', 'shares', at, 'unit')]),
  ]
}

/** Each of the three parts is there, each party stands in one, and each is what its part says. */
function inTriangle({ shares }: Wording, { kinds }: KnownNames): RefusedField[] {
  const parts = new Map<string, Part>()
  const ofShares = shares.flatMap(({ party, part }, at): RefusedField[] => {
    if (part === null) return [fault('no-part', 'shares', at, 'part')]
    const before = parts.get(party)
    if (before !== undefined && before !== part) return [fault('part-twice', 'shares', at, 'part')]
    parts.set(party, part)
    const kind = kinds.get(party)
    if (kind === undefined || isRight(part, kind)) return []
    return [fault(part === 'state' ? 'not-a-state' : 'not-an-organisation', 'shares', at, 'party')]
  })
  const there = new Set(shares.map(({ part }) => part))
  const missing = PARTS.filter((part) => !there.has(part))
  return [...ofShares, ...missing.map((part) => fault(`no-${part}`, 'shares'))]
}

function isRight(part: Part, kind: PartyKind): boolean {
  if (part === 'donor') return true
  return (part === 'organisation') === (kind === 'organisation')
}
