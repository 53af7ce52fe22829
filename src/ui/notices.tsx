import type { Child } from 'hono/jsx'

/** A remark that readers must not miss: neutral, or a warning that asks for attention. */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'warning'
  children?: Child
}) {
  return (
    <aside class={tone === 'warning' ? 'notice notice-warning' : 'notice'} role="note">
      {children}
    </aside>
  )
}

/** What stands where a list has nothing in it: what is not known, said plainly. */
export function Empty({ children }: { children?: Child }) {
  return <p class="empty">{children}</p>
}
