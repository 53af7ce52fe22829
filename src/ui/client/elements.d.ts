import 'hono/jsx'

/** Our custom elements, as JSX knows them. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'count-down': Record<`data-${string}`, string>
      'badge-door': Record<`data-${string}`, string> & { id: string; class: string }
      'end-note': Record<`data-${string}`, string> & {
        hidden: boolean
        role: 'status'
        children?: unknown
      }
      'find-in-list': Record<`data-${string}`, string> & { class?: string; children?: unknown }
      'floor-desk': Record<`data-${string}`, string> & { class?: string; children?: unknown }
      'pass-key': Record<`data-${string}`, string> & { children?: unknown }
      'programme-timetable': Record<`data-${string}`, string> & { children?: unknown }
      'reader-theme': Record<`data-${string}`, string>
      'reader-time': Record<`data-${string}`, string | undefined>
      'speech-clock': Record<`data-${string}`, string | undefined> & {
        class?: string | undefined
        role: 'timer'
        'aria-label': string
        children?: unknown
      }
      'saving-form': Record<`data-${string}`, string> & { class?: string; children?: unknown }
    }
  }
}
