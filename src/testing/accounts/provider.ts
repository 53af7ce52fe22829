import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { openBrowser } from './browser.ts'

/** What the provider says of somebody. */
export interface Claims {
  email: string
  email_verified: boolean
}

/** An OpenID provider that runs in this process: a ministry’s, as far as we can tell. */
export interface OpenProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Who has an account there, by the name that they type. */
  people: Map<string, Claims>
  /** Signs somebody in at the provider, from where we sent them; where it sends them back to. */
  signIn(url: string, name: string): Promise<string>
  close(): void
}

/** Starts one that knows a client which comes back to `redirectUri`. */
export async function openProvider(redirectUri: string): Promise<OpenProvider> {
  const people = new Map<string, Claims>()
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'plenum', clientSecret: 'known to both of us' }
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret },
        ...{ redirect_uris: [redirectUri], grant_types: ['authorization_code'] },
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the provider'] },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people.get(id) }),
    }),
  })
  answer = provider.callback()

  return {
    ...{ issuer, ...client, people },
    async signIn(url, name) {
      const there = openBrowser(issuer)
      let at = url
      for (let step = 0; step < 12; step += 1) {
        if (!at.startsWith(issuer)) return at
        const page = await there.get(at)
        const action = /action="([^"]+)"/.exec(page.text)?.[1]
        if (page.location) at = new URL(page.location, issuer).href
        else if (action) {
          const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? ''
          const sent = await there.send(action, { prompt, login: name, password: 'anything' })
          at = new URL(sent.location ?? '', issuer).href
        } else throw new Error(`The provider said ${page.status}: ${page.text.slice(0, 400)}`)
      }
      throw new Error('The provider leads round in circles')
    },
    close: () => void server.close(),
  }
}
