import { OPERATOR } from '../../kernel/actor.ts'
import { digestOfSecret, newSecret } from '../../platform/accounts/links.ts'
import { hrefOfLink } from '../../platform/accounts/sending.ts'
import { WrongUsage } from '../../platform/cli/wrong-usage.ts'
import { feature, type Opened, type Subcommand } from '../../platform/feature.ts'
import {
  changeAddress,
  changeProfile,
  closeAccount,
  endSession,
  endSessions,
  found,
  keepSignInLink,
  liftSecondFactor,
  removePasskey,
  reopenAccount,
  revokeKey,
} from './account.commands.ts'
import { endRole, giveRole, invite } from './commands.ts'
import { untriedAdministrator, whoIs } from './queries.ts'
import { say } from './words.ts'

/** The first account, until it gets an address of its own. The domain can never exist (RFC 2606). */
const FIRST = { address: 'secretariat@plenum.invalid', name: 'Secretariat' }

/** A link that signs an address in, made by whoever works at the machine. */
async function linkFor(address: string, { perform, origin }: Pick<Opened, 'perform' | 'origin'>) {
  const secret = newSecret()
  await perform(OPERATOR, keepSignInLink, { address, digest: digestOfSecret(secret) })
  return hrefOfLink(origin, { language: 'en', secret, onward: '/' })
}

/** Where nobody has been administrator yet, the first one is made, and told how to come in. */
async function wayIn({ read, perform, origin }: Pick<Opened, 'read' | 'perform' | 'origin'>) {
  await perform(OPERATOR, found, FIRST)
  const address = await untriedAdministrator(read)
  if (address === null) return []
  const link = await linkFor(address, { perform, origin })
  return [`Sign in as the secretariat, once within twelve hours: ${link}`]
}

/** `plenum people sign-in-link`: for the first account, and for whoever no mail reaches. */
const signInLink: Subcommand = {
  usage: '[ADDRESS]',
  does: 'Prints a link that signs an account in, once; without an address, the first administrator.',
  async run([address, ...rest], { print, open }) {
    if (rest.length > 0) throw new WrongUsage('Write one address, or none.')
    const opened = await open()
    const first = address ?? (await untriedAdministrator(opened.read)) ?? FIRST.address
    print(await linkFor(first, opened))
    return 0
  },
}

export const people = feature('people', {
  say,
  whoIs,
  atStart: wayIn,
  cli: { 'people sign-in-link': signInLink },
  commands: [
    ...[invite, giveRole, endRole],
    ...[changeProfile, changeAddress, closeAccount, reopenAccount, found, keepSignInLink],
    ...[endSession, endSessions, revokeKey, removePasskey, liftSecondFactor],
  ],
})
