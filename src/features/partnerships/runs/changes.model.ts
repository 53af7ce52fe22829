import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { Day } from '../../../kernel/time.ts'
import { CapabilityCode } from '../../capabilities/model.ts'
import type { Instance } from '../../matching/model/instance.ts'
import { Amount } from '../../offers/model.ts'

const ENDS_BEFORE = { path: ['until'], error: 'partnerships.ends-before' }

/** What a «what if» supposes: one thing at a time, so that its difference says what follows from it. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('withdraw'), party: PartyCode }),
  z
    .strictObject({ kind: z.literal('dates'), need: z.string().min(1), from: Day, until: Day })
    .refine(({ from, until }) => from <= until, ENDS_BEFORE),
  z.strictObject({
    kind: z.literal('weight'),
    need: z.string().min(1),
    weight: z.int().min(1).max(10_000),
  }),
  z
    .strictObject({
      kind: z.literal('offer'),
      party: PartyCode,
      capability: CapabilityCode.nullable().default(null),
      part: Amount,
      from: Day,
      until: Day,
    })
    .refine(({ from, until }) => from <= until, ENDS_BEFORE),
])
export type Change = z.infer<typeof Change>
export const CHANGES = ['withdraw', 'dates', 'weight', 'offer'] as const

/** Under which identifier a supposed offer stands; several from several steps never collide. */
const supposed = ({ offers }: Instance) => `supposed-${offers.length + 1}`

/** The same facts, but for what is supposed; the facts themselves stay as they are. */
export function supposing(instance: Instance, change: Change): Instance {
  const { offers, requirements } = instance
  switch (change.kind) {
    case 'withdraw':
      return { ...instance, offers: offers.filter(({ party }) => party !== change.party) }
    case 'offer': {
      const { party, capability, part, from, until } = change
      const all = { readiness: requirements.map((one) => one.minimumReadiness) }
      return {
        ...instance,
        offers: [
          ...offers,
          {
            ...{ id: supposed(instance), party, capability, ...part, from, until },
            ...{ state: 'announced', rotation: null, conditions: [], needs: [], lot: 1 },
            readiness: Math.max(0, ...all.readiness),
            languages: [...new Set(requirements.flatMap(({ languages }) => languages))],
            caveats: {
              ...{ missionsExcluded: [], partnersExcluded: [], partnersPreferred: [] },
              partnersReadiness: null,
            },
          },
        ],
      }
    }
    case 'dates':
    case 'weight':
      return {
        ...instance,
        requirements: requirements.map((one) => (one.id === change.need ? as(one, change) : one)),
      }
  }
}

type Need = Instance['requirements'][number]

/** A need that begins at another time may begin as late after it as before, as far as it lasts. */
function as(need: Need, change: Extract<Change, { need: string }>): Need {
  if (change.kind === 'weight') return { ...need, weight: change.weight }
  const { from, until } = change
  const startBy = need.startBy !== null && need.startBy >= from && need.startBy <= until
  return { ...need, from, until, startBy: startBy ? need.startBy : null }
}
