import type { Post } from '../../../people/model.ts'
import type { Facts } from '../../facts.ts'

/** A role as a notice names it. */
export const heldAs = ({ role, conference, party }: Post): Facts => ({
  role,
  ...(conference !== '*' && { conference }),
  ...(party !== null && { party }),
})

/** Where its holder works. */
export const placeOf = ({ conference }: Post): string =>
  conference === '*' ? '/work' : `/${conference}/desk`
