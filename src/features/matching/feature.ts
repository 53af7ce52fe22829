import { feature } from '../../platform/feature.ts'
import { say } from './words.ts'

/** Who together could close which gap: calculated by itself, without a table; others show it. */
export const matching = feature('matching', { say })
