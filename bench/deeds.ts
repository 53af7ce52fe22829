import { FEATURES } from '../src/app.ts'
import { inscribe } from '../src/features/floor/deeds/asking.commands.ts'
import { beginSession, giveFloor } from '../src/features/floor/deeds/running.commands.ts'
import { takePreset } from '../src/features/floor/deeds/settings.commands.ts'
import { keepSignInLink } from '../src/features/people/account.commands.ts'
import { invite } from '../src/features/people/commands.ts'
import { beginPledge } from '../src/features/pledges/writing/begin.commands.ts'
import { reportDelay } from '../src/features/programme/release.commands.ts'
import { OPERATOR } from '../src/kernel/actor.ts'
import { digestOfSecret, newSecret } from '../src/platform/accounts/links.ts'
import { opening } from '../src/platform/cli/opening.ts'

/** Opens the database beside a running Plenum, as the command `plenum` does, and keeps it open. */
export async function openDeeds(home: string) {
  process.env.PLENUM_HOME = home
  const { open, close } = opening(FEATURES, () => undefined)
  const { perform } = await open()
  const does = async (command: Parameters<typeof perform>[1], input: object) =>
    (await perform(OPERATOR, command, input)).answer
  /** The way in for an account, once. */
  const linkFor = async (address: string) => {
    const secret = newSecret()
    await does(keepSignInLink as never, { address, digest: digestOfSecret(secret) })
    return `/en/sign-in/${secret}`
  }
  return {
    close,
    reportDelay: (input: { conference: string; session: string; minutes: number }) =>
      perform(OPERATOR, reportDelay, input as never),
    /** The focal point of a delegation, with a pledge to write on, and the link that signs them in. */
    async aDelegation(conference: string, party: string, address: string) {
      await does(invite as never, {
        ...{ address, name: `Focal point of ${party}`, language: 'en' },
        ...{ role: 'focal-point', conference, party },
      })
      const title = { original: 'en', in: { en: { value: 'Camps', status: 'authentic' } } }
      const { pledge } = await does(beginPledge as never, { conference, party, title })
      return { pledge: String(pledge), link: await linkFor(address) }
    },
    /** A plenary that has begun, with a list of speakers of whom the first has the floor; the way in for its desk. */
    async aFloor(of: { conference: string; session: string }, parties: readonly string[]) {
      const address = 'floor@un.example'
      await does(takePreset as never, { ...of, preset: 'un-plenary' })
      for (const party of parties) await does(inscribe as never, { ...of, party })
      await does(beginSession as never, of)
      await does(giveFloor as never, of)
      const desk = { address, name: 'Desk officer', language: 'en', role: 'floor-desk' }
      await does(invite as never, { ...desk, conference: of.conference, party: null })
      return linkFor(address)
    },
    /** Somebody who has an account, and nothing else. */
    async aReader(address: string) {
      await does(invite as never, {
        ...{ address, name: 'Grace Otieno', language: 'en' },
        ...{ role: 'reviewer', conference: '*', party: null },
      })
    },
  }
}
