import { FEATURES } from '../src/app.ts'
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
      const secret = newSecret()
      await does(keepSignInLink as never, { address, digest: digestOfSecret(secret) })
      return { pledge: String(pledge), link: `/en/sign-in/${secret}` }
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
