import 'hono/jsx'

/** Our custom elements, as JSX knows them. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'pass-key': Record<`data-${string}`, string> & { children?: unknown }
      'reader-theme': Record<`data-${string}`, string>
      'reader-time': Record<`data-${string}`, string | undefined>
    }
  }
}
