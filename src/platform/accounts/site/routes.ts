import { Hono } from 'hono'
import { Refusal } from '../../../kernel/refusal.ts'
import { isSameOrigin } from '../../http/guard/same-origin.ts'
import type { Env } from '../../http/site/beside.ts'
import { asking } from './asking.ts'
import { entering } from './entering.ts'
import { keys } from './keys.ts'
import { passkeys } from './passkeys.ts'
import type { Room } from './room.ts'
import { secondFactor } from './second-factor.ts'
import { secondStep } from './second-step.ts'
import { singleSignOn } from './single-sign-on.ts'

/** Every address at which somebody comes in, goes out, or changes by what they come in. */
export function accountRoutes(room: Room): Hono<Env> {
  const app = new Hono<Env>()
  for (const path of [
    '/:language{[a-z][a-z]}/sign-in/*',
    '/:language{[a-z][a-z]}/sign-out',
    '/:language{[a-z][a-z]}/account/*',
    '/accounts/*',
  ]) {
    app.use(path, async (c, next) => {
      const changes = !['GET', 'HEAD'].includes(c.req.method)
      if (changes && !isSameOrigin(c.req.raw.headers, room.settings.publicUrl)) {
        throw new Refusal('platform.other-origin', 403)
      }
      c.header('X-Robots-Tag', 'noindex')
      return next()
    })
  }
  for (const add of [asking, secondStep, singleSignOn, entering, passkeys, secondFactor, keys]) {
    add(app, room)
  }
  return app
}
