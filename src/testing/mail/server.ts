import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A letter as it arrived. */
export interface Arrived {
  /** Who was named to the server, apart from what the letter says. */
  recipients: readonly string[]
  raw: string
  letter: ParsedMail
}

/** A mail server of a test's own. */
export interface MailServer {
  readonly url: string
  readonly port: number
  readonly arrived: readonly Arrived[]
  close(): Promise<void>
}

/** An answer that refuses: the code and its words. */
export const answer = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode })

/**
 * Starts a real mail server on this machine.
 *
 * @param judge what it says of a recipient: an answer refuses.
 * @param login the only user and password; without it nobody has to sign in.
 * @param beforeYes waited for when a letter is there, before the server says that it took it.
 */
export async function mailServer({
  port = 0,
  judge = () => null,
  login,
  beforeYes = async () => undefined,
}: {
  port?: number
  judge?: (address: string) => Error | null
  login?: { user: string; pass: string }
  beforeYes?: (arrived: Arrived) => Promise<void>
} = {}): Promise<MailServer> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(answer(535, 'Wrong user or password')),
    onRcptTo: ({ address }, _, done) => done(judge(address)),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const raw = Buffer.concat(parts)
        const one: Arrived = {
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          raw: raw.toString('latin1'),
          letter: await simpleParser(raw),
        }
        arrived.push(one)
        await beforeYes(one)
        done()
      })
    },
  })
  server.on('error', () => undefined)
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  const { port: taken } = listening.address() as AddressInfo
  const user = login ? `${login.user}:${login.pass}@` : ''
  return {
    url: `smtp://${user}127.0.0.1:${taken}`,
    port: taken,
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
