import { feature } from '../../platform/feature.ts'
import { say } from './words.ts'

/** Lists of speakers: who takes the floor, in which order, for how long. */
export const floor = feature('floor', { say })
