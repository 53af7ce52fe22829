import type { Shows } from '../../cache/cache.ts'

/** What travels beside a request through Hono. */
export interface Beside {
  /** Tells the cache what the answer shows. */
  show(shows: Shows): void
  /** Rendered for everybody: nobody is asked who they are. */
  anonymous: boolean
  /** Whether somebody on this machine asks for themselves. */
  local: boolean
  /** The network address of whoever asks. */
  from?: string
}

/** The same, as Hono wants to know it. */
export interface Env {
  Bindings: Beside
  /** What stands in the place of the site's own headers. */
  Variables: { headers?: readonly (readonly [string, string | null])[] }
}
