import type { Actor } from '../../../kernel/actor.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { examine } from '../../matching/model/examine.ts'
import type { Calculated, Wanted } from '../../matching/solving/asking.ts'
import type { Progress as Told } from '../../matching/solving/solve.ts'
import { basisOf } from './basis.queries.ts'
import { finishRun, tellProgress } from './commands.ts'
import { CALCULATOR, isOpen, OfRun } from './model.ts'
import { runOf, stateOf } from './queries.ts'

type Reading = Parameters<typeof stateOf>[0]

interface World {
  read: Reading
  perform(actor: Actor, command: AnyCommand, input: unknown): Promise<unknown>
}

/** What a calculation needs of the world: a process that calculates, a digest, and a clock to look around by. */
export interface Means {
  calculate(
    wanted: Wanted,
    waiting: { tell(progress: Told): void; stop: AbortSignal; signal: AbortSignal },
  ): Promise<Calculated>
  digestOf(value: unknown): string
  every(milliseconds: number, look: () => void): () => void
}

/** For the best plan, and then for what one more offer would be worth, in milliseconds. */
const LIMITS = { limits: { milliseconds: 30_000, within: 0 }, explaining: 15_000 }
/** How often it is looked whether somebody has ended it, and said how far it is. */
const EVERY = 500
/** So often it is looked in vain whether it ends by itself with the best that it has. */
const PATIENCE = 4

/**
 * Calculates in another process, says how far it is, and ends it when somebody wants that: with the best plan so far, where
 * it has one to give.
 */
export const running =
  ({ calculate, digestOf, every }: Means) =>
  async (data: Record<string, unknown>, { read, perform }: World): Promise<void> => {
    const of = OfRun.parse(data)
    const run = await runOf(read, of.conference, of.run)
    if (!run || !isOpen(run.state)) return
    const basis = await basisOf(read, run)
    if (!basis) return void (await perform(CALCULATOR, finishRun, { ...of, outcome: null }))
    const { instance, assumed } = basis
    const [stop, cancel] = [new AbortController(), new AbortController()]
    let patience = PATIENCE
    let told: Told | null = null
    let looking: Promise<unknown> = Promise.resolve()
    const look = async () => {
      const state = await stateOf(read, run.id)
      if (state === 'cancelled') {
        stop.abort(new Error('Cancelled'))
        patience -= 1
        if (patience < 0) cancel.abort(new Error('Cancelled'))
        return
      }
      const progress = told
      told = null
      if (progress) await perform(CALCULATOR, tellProgress, { ...of, progress })
    }
    const rest = every(EVERY, () => {
      looking = looking.then(look, look)
    })
    try {
      const { solution, explanation } = await calculate(
        { instance, ...LIMITS },
        {
          stop: stop.signal,
          signal: cancel.signal,
          tell: (progress) => {
            told = progress
          },
        },
      )
      const { problems } = examine(instance)
      const found = { instance, solution, explanation, assumed, problems }
      const outcome = { digest: digestOf(instance), ...found }
      await perform(CALCULATOR, finishRun, { ...of, outcome })
    } catch (error) {
      if (!stop.signal.aborted) {
        await perform(CALCULATOR, finishRun, { ...of, outcome: null })
        throw error
      }
    } finally {
      rest()
      await looking.catch(() => undefined)
    }
  }
