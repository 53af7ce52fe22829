import { FEATURES } from '../src/app.ts'
import { reportDelay } from '../src/features/programme/release.commands.ts'
import { OPERATOR } from '../src/kernel/actor.ts'
import { opening } from '../src/platform/cli/opening.ts'

/** Opens the database beside a running Plenum, as the command `plenum` does, and keeps it open. */
export async function openDeeds(home: string) {
  process.env.PLENUM_HOME = home
  const { open, close } = opening(FEATURES, () => undefined)
  const { perform } = await open()
  return {
    close,
    reportDelay: (input: { conference: string; session: string; minutes: number }) =>
      perform(OPERATOR, reportDelay, input as never),
  }
}
