import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { PartialDay } from '../../kernel/time.ts'

/** What a party does in a pledge. `successor` takes the pledge over from another; `unspecified` was not said. */
export const ROLES = [
  'lead',
  'unit',
  'people',
  'equipment',
  'transport',
  'refurbishment',
  'training',
  'money',
  'host',
  'successor',
  'recipient',
  'unspecified',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/**
 * How we know that a party is part of it: `given` by its focal point here, `own-source` said in a source of its own,
 * `named` in the announcement or by somebody else, `inferred` by us.
 */
export const CONSENTS = ['given', 'own-source', 'named', 'inferred'] as const
export const Consent = z.enum(CONSENTS)
export type Consent = z.infer<typeof Consent>

/** What one party contributes, or receives. */
export const Share = z.strictObject({
  party: PartyCode,
  role: Role,
  /** Its own quantity; `none` where only the whole is known. */
  quantity: Quantity.default({ kind: 'none' }),
  consent: Consent,
})
export type Share = z.infer<typeof Share>

/** A turn in a rotation: the same aircraft, another state. */
export const Turn = z.strictObject({
  party: PartyCode,
  from: PartialDay.nullable(),
  until: PartialDay.nullable(),
  inferred: z.boolean().default(false),
})
export type Turn = z.infer<typeof Turn>

/** Whether a share gives something; a recipient takes part without promising. */
export const gives = ({ role }: Pick<Share, 'role'>): boolean => role !== 'recipient'

/** The parties that promise something, each once, in the order of the shares. */
export const giversOf = (shares: readonly Pick<Share, 'party' | 'role'>[]): PartyCode[] => [
  ...new Set(shares.filter(gives).map(({ party }) => party)),
]

/** A pledge is joint when several parties promise something together. */
export const isJoint = (shares: readonly Share[]): boolean => giversOf(shares).length > 1

/** Every party of a pledge, each once, givers first. */
export const partiesOf = (shares: readonly Share[]): PartyCode[] => [
  ...new Set([...giversOf(shares), ...shares.map(({ party }) => party)]),
]

/** Shares fit together: somebody gives, nobody is named twice in one role, and who leads or takes a turn has a part. */
export function mustShare(
  lead: PartyCode | null,
  shares: readonly Share[],
  rotation: readonly Turn[],
): void {
  must(shares.some(gives), 'pledges.nobody-gives')
  const parts = new Set(shares.map(({ party, role }) => `${party} ${role}`))
  must(parts.size === shares.length, 'pledges.same-share-twice')
  const givers = new Set(giversOf(shares))
  must(lead === null || givers.has(lead), 'pledges.lead-without-share')
  must(
    rotation.every(({ party }) => givers.has(party)),
    'pledges.turn-without-share',
  )
  must(rotation.length !== 1, 'pledges.rotation-of-one')
}

/**
 * Shares as somebody may write them: nobody consents for another party. A consent that was given holds for the share as
 * it was; where somebody else changes its quantity, the party is only named again until it consents.
 * @param speaksFor whether whoever writes speaks for a party.
 */
export const withRightfulConsents = (
  before: readonly Share[],
  after: readonly Share[],
  speaksFor: (party: PartyCode) => boolean,
): Share[] =>
  after.map((share) => {
    if (share.consent !== 'given' || speaksFor(share.party)) return share
    return before.some((one) => same(one, share)) ? share : { ...share, consent: 'named' }
  })

/** A party agrees to the share that it was named for. */
export function consented(shares: readonly Share[], party: PartyCode, role: Role): Share[] {
  must(
    shares.some((share) => share.party === party && share.role === role),
    'pledges.no-such-share',
  )
  return shares.map((share) =>
    share.party === party && share.role === role ? { ...share, consent: 'given' } : share,
  )
}
