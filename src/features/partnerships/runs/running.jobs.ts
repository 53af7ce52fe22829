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
    waiting: { tell(progress: Told): void; signal: AbortSignal },
  ): Promise<Calculated>
  digestOf(value: unknown): string
  every(milliseconds: number, look: () => void): () => void
}

/** For the best plan, and then for what one more offer would be worth, in milliseconds. */
const LIMITS = { limits: { milliseconds: 30_000, within: 0 }, explaining: 15_000 }
/** How often it is looked whether somebody has ended it, and said how far it is. */
const EVERY = 500

/** Calculates in another process, says how far it is, and ends it when somebody wants that. */
export const running =
  ({ calculate, digestOf, every }: Means) =>
  async (data: Record<string, unknown>, { read, perform }: World): Promise<void> => {
    const of = OfRun.parse(data)
    const run = await runOf(read, of.conference, of.run)
    if (!run || !isOpen(run.state)) return
    const basis = await basisOf(read, run)
    if (!basis) return void (await perform(CALCULATOR, finishRun, { ...of, outcome: null }))
    const { instance, assumed } = basis
    const cancel = new AbortController()
    let told: Told | null = null
    let looking: Promise<unknown> = Promise.resolve()
    const look = async () => {
      const state = await stateOf(read, run.id)
      if (state === 'cancelled') return cancel.abort(new Error('Cancelled'))
      const progress = told
      told = null
      if (progress) await perform(CALCULATOR, tellProgress, { ...of, progress })
    }
    const stop = every(EVERY, () => {
      looking = looking.then(look, look)
    })
    try {
      const { solution, explanation } = await calculate(
        { instance, ...LIMITS },
        {
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
      if (!cancel.signal.aborted) {
        await perform(CALCULATOR, finishRun, { ...of, outcome: null })
        throw error
      }
    } finally {
      stop()
      await looking.catch(() => undefined)
    }
  }
