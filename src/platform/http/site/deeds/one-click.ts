import { Hono } from 'hono'
import { ANONYMOUS } from '../../../../kernel/actor.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { commandNamed } from '../../../command/registry.ts'
import type { Addresses } from '../../addresses/addresses.ts'
import type { AnsweringParts } from '../answering.ts'
import type { Env } from '../beside.ts'
import { sentBy } from './sent.ts'

/**
 * What a mail program sends when its reader wants no more letters of a kind (RFC 8058): one POST to the address that the
 * letter names, without a session and from nobody's page. Whoever has the letter has the right.
 */
export function oneClicks({
  addresses,
  features,
  perform,
}: Pick<AnsweringParts, 'features' | 'perform'> & { addresses: Addresses }): Hono<Env> {
  const app = new Hono<Env>()
  app.post('*', async (c, next) => {
    const found = addresses.find(c.req.path)
    const click = found?.reads.kind === 'page' ? found.reads.oneClick : undefined
    if (!found || !click) return next()
    const { fields } = await sentBy(c.req.raw)
    const says = fields.some(
      ({ name, value }) => name === 'List-Unsubscribe' && value === 'One-Click',
    )
    if (!says) throw new Refusal('platform.not-a-form', 400)
    await perform(ANONYMOUS, commandNamed(features, click.command), click.input(found.params))
    return c.text('', 200, { 'Cache-Control': 'no-store' })
  })
  return app
}
