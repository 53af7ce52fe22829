import { type Context, Hono } from 'hono'
import type { Language } from '../../../../kernel/language.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { problem } from '../../../command/explain.ts'
import { commandNamed } from '../../../command/registry.ts'
import { negotiated } from '../../addresses/negotiate.ts'
import { isSameOrigin } from '../../guard/same-origin.ts'
import type { AnsweringParts } from '../answering.ts'
import type { Env } from '../beside.ts'
import { bytesOf } from './body.ts'

/** The largest body that a deed may have. */
export const LARGEST_BODY = 2 ** 20
const LONGEST_KEY = 200

/**
 * `POST /api/v1/commands/<command>`: a deed, as JSON, with an `Idempotency-Key` under which it is done once. Nobody is
 * heard who is not signed in (401). What is refused is told as RFC 9457, in the language that the caller asks for.
 */
export function deeds({ features, perform, settings, authenticate }: AnsweringParts): Hono<Env> {
  const app = new Hono<Env>()
  const languageOf = (c: Context<Env>): Language => negotiated(c.req.header('accept-language'))

  const refused = (c: Context<Env>, refusal: Refusal) => {
    const language = languageOf(c)
    return c.body(
      JSON.stringify(problem(refusal, language, features, c.req.path)),
      refusal.status,
      {
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Content-Language': language,
        Vary: 'Accept-Language',
        ...(refusal.status === 401 && { 'WWW-Authenticate': 'Bearer realm="Plenum"' }),
      },
    )
  }

  app.onError((error, c) => {
    if (error instanceof Refusal) return refused(c, error)
    throw error
  })
  app.post(
    '/:command',
    async (c, next) => {
      if (!isSameOrigin(c.req.raw.headers, settings.publicUrl)) {
        throw new Refusal('platform.other-origin', 403)
      }
      return next()
    },
    async (c) => {
      const command = commandNamed(features, c.req.param('command'))
      const actor = await authenticate(c.req.raw)
      if (actor.kind === 'anonymous') throw new Refusal('platform.not-signed-in', 401)
      const key = c.req.header('idempotency-key')
      if (key !== undefined && (key === '' || key.length > LONGEST_KEY)) {
        throw new Refusal('platform.unreadable-key', 400)
      }
      const seen = c.req.header('if-match')?.replaceAll('"', '')
      return c.json(await perform(actor, command, await json(c), { key, seen }))
    },
  )
  return app
}

async function json(c: Context<Env>): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal('platform.not-json', 400)
  }
  const bytes = await bytesOf(c.req.raw, LARGEST_BODY, 'platform.too-large')
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new Refusal('platform.not-json', 400)
  }
}
