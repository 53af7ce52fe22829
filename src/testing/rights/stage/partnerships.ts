import { EXAMPLE } from '../../../features/partnerships/example/example.ts'
import { CALCULATOR } from '../../../features/partnerships/runs/model.ts'
import { PARTNER } from '../actors.ts'
import type { Stage } from './stage.ts'

/** A calculation that is done, with a mission that nobody but the desk reads; and what may be supposed of it. */
export async function partnerships({ does, host, canary, known, of, conference }: Stage) {
  const { run } = await does(host, 'partnerships.calculate', { conference })
  const mission = canary('the calculation of the desk')
  const instance = {
    ...EXAMPLE,
    requirements: EXAMPLE.requirements.slice(0, 1).map((one) => ({ ...one, mission })),
  }
  const [need] = instance.requirements
  const explained = {
    ...{ requirement: need?.id, standing: 'not', units: 0, wanted: 1, by: [], alternative: null },
    ...{ missing: [], completing: [], reasons: [] },
  }
  const solution = { plan: { covers: [] }, levels: [], stopped: null, parts: 1, merged: 0 }
  const explanation = { requirements: [explained], scarce: [] }
  const outcome = { digest: 'digest', instance, solution, explanation }
  await does(CALCULATOR, 'partnerships.finish', { conference, run, outcome })
  const waiting = await does(host, 'partnerships.calculate', { conference })
  const progress = { level: 'units', part: 0, parts: 1, value: 0, bound: 1 }
  Object.assign(known, {
    requirement: need?.id,
    run,
    outcome,
    progress,
    explanation,
    solution,
    instance,
  })
  of['partnerships.suppose'] = { change: { kind: 'weight', need: need?.id, weight: 2 } }
  for (const name of ['cancel', 'tell-progress', 'finish']) {
    of[`partnerships.${name}`] = { run: waiting.run }
  }
}

const ON_ONE = [
  ...['consent', 'ask-change', 'decline', 'begin', 'end', 'note', 'remind', 'remind-in-time'],
]

/** A proposal that was put to the party of the stage and its partner, and one of which nobody was asked. */
export async function brokering({
  does,
  host,
  focal,
  canary,
  of,
  addresses,
  conference,
  party,
}: Stage) {
  const need = { capability: 'aviation', from: '2022-01-01', until: '2022-12-31' }
  const wordingOf = (own: string, other: string) => ({
    ...{ ...need, mission: 'UNMISS', missionFor: 'secretariat' },
    shares: [
      { party, gift: 'equipment', amount: 2, unit: 'helicopter', words: own },
      { party: PARTNER, gift: 'people', amount: 1, unit: 'team', words: other },
    ],
  })
  const wording = wordingOf(
    canary('the share of a party in a proposal'),
    canary('the share of its partner in a proposal'),
  )
  const { proposal } = await does(host, 'brokering.suggest', { conference, wording })
  await does(host, 'brokering.contact', { conference, proposal })
  const note = { conference, proposal }
  await does(host, 'brokering.note', {
    ...{ ...note, words: canary('the note to all whom a proposal names') },
  })
  await does(focal, 'brokering.note', {
    ...{ ...note, party, aloneWith: party },
    words: canary('the note of a party to the secretariat'),
  })
  await does(focal, 'brokering.ask-change', {
    ...{ conference, proposal, party, version: 1 },
    words: canary('the change of a proposal that a party asks for'),
  })
  const kept = await does(host, 'brokering.suggest', {
    conference,
    wording: wordingOf(canary('the proposal of which nobody was asked'), 'x'),
  })
  const both = { proposal: [proposal, kept.proposal].map(String) }
  Object.assign(addresses.of, {
    'brokering-desk.proposal': both,
    'brokering-desk.own': { party: [party, PARTNER] },
    'brokering-desk.own-proposal': { ...both, party: [party, PARTNER] },
  })
  for (const name of ON_ONE) of[`brokering.${name}`] = { proposal }
  for (const name of ['suggest', 'alter']) of[`brokering.${name}`] = { proposal, wording }
  of['brokering.contact'] = { proposal: kept.proposal }
  for (const name of ['suggest', 'begin', 'note']) {
    of[`brokering.${name}: by the secretariat`] = { party: null }
  }
}
