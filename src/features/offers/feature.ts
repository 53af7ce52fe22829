import { feature } from '../../platform/feature.ts'
import { changeOffer, confirmOffer, makeOffer, renewOffer, withdrawOffer } from './commands.ts'
import { takeOver } from './earlier/commands.ts'
import { remindOfEnd } from './ending/commands.ts'
import { remindOfEnds } from './ending/nightly.jobs.ts'
import { subscribe, unsubscribe } from './following/commands.ts'
import { addNeed, changeNeed, dropNeed, setRecipe } from './needs/commands.ts'
import { say } from './words.ts'

/** What parties would give, what conferences seek, and who wants to be told of it. None of it is open data. */
export const offers = feature('offers', {
  say,
  commands: [
    ...[makeOffer, changeOffer, renewOffer, confirmOffer, withdrawOffer],
    ...[takeOver, remindOfEnd],
    ...[addNeed, changeNeed, dropNeed, setRecipe],
    ...[subscribe, unsubscribe],
  ],
  jobs: { 'offers.remind-ends': remindOfEnds },
  schedule: { 'offers.remind-ends': { daily: '06:10' } },
})
