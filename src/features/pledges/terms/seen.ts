import { type Audience, reaches } from '../../../kernel/people/audience.ts'
import type { DeliveryEvent, ReadinessEvent } from '../history.model.ts'
import { GUARDED_FIELDS, type GuardedField, type Terms } from '../model.ts'

/** What a field holds where it may not be seen: as if it had not been said. */
const UNSAID = {
  words: null,
  missions: [],
  requirements: [],
  conditions: [],
  beneficiaries: [],
  beneficiariesNote: null,
  rotation: [],
  quantity: { kind: 'none' },
  from: null,
  until: null,
  note: null,
  baseline: null,
} as const satisfies Pick<Terms, GuardedField>

/** The terms as a reader may see them: what is meant for fewer is as if it had not been said. */
export function termsSeenBy<Some extends Pick<Terms, 'shares' | 'audiences'>>(
  reader: Audience,
  terms: Some,
): Some {
  const hidden = GUARDED_FIELDS.filter(
    (field) => !reaches(reader, terms.audiences[field] ?? 'public'),
  )
  const hidesQuantity = hidden.includes('quantity')
  return {
    ...terms,
    ...Object.fromEntries(hidden.map((field) => [field, UNSAID[field]])),
    ...(hidesQuantity && {
      shares: terms.shares.map((share) => ({ ...share, quantity: UNSAID.quantity })),
    }),
    audiences: reader === 'secretariat' ? terms.audiences : {},
  }
}

/** The part of a history that a reader may see. */
export const historySeenBy = <Told extends Pick<DeliveryEvent | ReadinessEvent, 'audience'>>(
  reader: Audience,
  events: readonly Told[],
): Told[] => events.filter(({ audience }) => reaches(reader, audience))
