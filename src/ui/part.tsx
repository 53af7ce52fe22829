import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/**
 * A part of a page that can be fetched and morphed by itself. The comments around it are where the live stream
 * cuts it out of the rendered page; the id is unique in the page and made of `a-z0-9-`.
 */
export function Part({
  id,
  class: classes,
  children,
}: {
  id: string
  class?: string
  children?: Child
}) {
  return (
    <>
      {raw(`<!--part ${id}-->`)}
      <div id={id} class={classes}>
        {children}
      </div>
      {raw(`<!--/part ${id}-->`)}
    </>
  )
}
