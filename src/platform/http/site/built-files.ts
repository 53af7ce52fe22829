import { Hono } from 'hono'
import type { BuiltClient } from '../assets.ts'
import { fileHeaders } from '../guard/headers.ts'
import type { Env } from './beside.ts'

const FOREVER = 'public, max-age=31536000, immutable'
/** What a browser shows as a page of its own when it is asked for it. */
const DOCUMENT = /^(?:text\/html|image\/svg|application\/)/
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate'

/** The files of the built client. Their names change with their content, save two that browsers ask for by name. */
export function builtFiles(client: BuiltClient): Hono<Env> {
  const app = new Hono<Env>()

  const serve = async (path: string | undefined, cacheControl: string) => {
    const file = path && (await client.file(path))
    if (!file) return null
    return new Response(Uint8Array.from(file.body), {
      headers: { 'Content-Type': file.type, 'Cache-Control': cacheControl },
    })
  }

  app.get('/assets/*', async (c, next) => {
    const answer = await serve(c.req.path, FOREVER)
    if (!answer) return next()
    c.env.show({ topics: [], until: null, stands: () => true })
    if (!DOCUMENT.test(answer.headers.get('Content-Type') ?? '')) c.set('headers', fileHeaders)
    return answer
  })
  app.get('/offline.js', async (_, next) => {
    return (await serve(client.assetsFor('en').offline, ASK_EACH_TIME)) ?? next()
  })
  app.get('/favicon.ico', (c, next) => {
    const { icon } = client.assetsFor('en')
    return icon ? Promise.resolve(c.redirect(icon, 302)) : next()
  })
  return app
}
