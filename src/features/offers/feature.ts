import { feature } from '../../platform/feature.ts'
import { changeOffer, confirmOffer, makeOffer, renewOffer, withdrawOffer } from './commands.ts'
import { subscribe, unsubscribe } from './following/commands.ts'
import { addNeed, changeNeed, dropNeed, setRecipe } from './needs/commands.ts'
import { say } from './words.ts'

/** What parties would give, what conferences seek, and who wants to be told of it. None of it is open data. */
export const offers = feature('offers', {
  say,
  commands: [
    ...[makeOffer, changeOffer, renewOffer, confirmOffer, withdrawOffer],
    ...[addNeed, changeNeed, dropNeed, setRecipe],
    ...[subscribe, unsubscribe],
  ],
})
