import type { Language } from '../../kernel/language.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { keepLetters } from '../mail/keep.ts'
import { type Letter, link, paragraph } from '../mail/letter.ts'
import { digestOfSecret, keepLink, newSecret } from './links.ts'
import { remembering } from './onward.ts'
import { accountAt } from './tables.ts'
import type { WhoIs } from './who.ts'
import { say } from './words.ts'

/** How long a link waits that somebody asked for, in minutes. */
export const LINK_LASTS = 15

/** What a link is sent with. */
export interface SendingLinks {
  database: Pick<Database, 'write'>
  clock: Clock
  whoIs: WhoIs
  publicUrl: string
}

/** Where a link leads, and where whoever follows it goes on to. */
export const hrefOfLink = (
  publicUrl: string,
  { language, secret, onward }: { language: Language; secret: string; onward: string },
): string => remembering(`${publicUrl}/${language}/sign-in/${secret}`, onward)

/** Nobody has this address: everything is taken back. */
class NobodyThere extends Error {}

/**
 * Sends a link to whoever asked for one. Where no account has the address, the same is done and taken back, so that
 * not even the machine's work tells whether it has.
 */
export async function sendLink(
  { database, clock, whoIs, publicUrl }: SendingLinks,
  { address, language, onward }: { address: string; language: Language; onward: string },
): Promise<void> {
  const secret = newSecret()
  const digest = digestOfSecret(secret)
  const now = clock.now()
  const href = hrefOfLink(publicUrl, { language, secret, onward })
  const send = database.write.transaction().execute(async (db) => {
    const account = await accountAt(db, address)
    const known = await whoIs(db, account?.id ?? '00000000-0000-0000-0000-000000000000')
    const until = now.add({ minutes: LINK_LASTS })
    await keepLink(db, { digest, address, at: now, until })
    const to = { address, name: known?.name, language }
    await keepLetters(db, [letterOf(to, href)], { key: `sign-in/${digest}`, now })
    if (!known) throw new NobodyThere()
  })
  await send.catch((error: unknown) => {
    if (!(error instanceof NobodyThere)) throw error
  })
}

const letterOf = (to: Letter['to'], href: string): Letter => ({
  to,
  kind: 'accounts.sign-in',
  subject: say(to.language, 'letter.subject'),
  text: [
    paragraph(say(to.language, 'letter.text')),
    link(say(to.language, 'letter.link'), href),
    paragraph(say(to.language, 'letter.lasts', { minutes: LINK_LASTS })),
    paragraph(say(to.language, 'letter.not-you')),
  ],
  confidential: true,
})
