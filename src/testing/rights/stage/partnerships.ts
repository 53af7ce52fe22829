import { EXAMPLE } from '../../../features/partnerships/example/example.ts'
import { CALCULATOR } from '../../../features/partnerships/runs/model.ts'
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
