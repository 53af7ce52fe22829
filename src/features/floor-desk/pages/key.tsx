import type { Child } from 'hono/jsx'
import { Form } from '../../../ui/form/form.tsx'
import { say } from '../words.ts'
import { type Desk, fixedOf, seenOf } from './desk-props.tsx'

/** The keys of the desk, as a browser names them; the letters are those of a Latin keyboard in every language. */
export const KEYS = {
  go: { key: ' ', shown: '␣', shortcut: 'Space Enter' },
  end: { key: 'e', shown: 'E', shortcut: 'E' },
  next: { key: 'n', shown: 'N', shortcut: 'N' },
  pause: { key: 'p', shown: 'P', shortcut: 'P' },
  absent: { key: 'a', shown: 'A', shortcut: 'A' },
  insert: { key: 'i', shown: 'I', shortcut: 'I' },
  point: { key: 'o', shown: 'O', shortcut: 'O' },
  reply: { key: 'r', shown: 'R', shortcut: 'R' },
  limit: { key: 'l', shown: 'L', shortcut: 'L' },
  move: { key: 'm', shown: 'M', shortcut: 'M' },
  undo: { key: 'u', shown: 'U', shortcut: 'U Control+Z' },
} as const
export type Key = keyof typeof KEYS

/** A key as it looks on a keyboard, beside what it does. */
export const Kbd = ({ of }: { of: Key }) => (
  <span class="kbd" aria-hidden="true">
    {KEYS[of].shown}
  </span>
)

/** What a script needs to find what a key does. */
export const keyed = (of: Key | undefined) =>
  of && { 'data-key': KEYS[of].key, 'aria-keyshortcuts': KEYS[of].shortcut }

/** A deed by a button, and by a key. */
export function KeyDeed({
  desk,
  deed,
  of,
  by,
  fixed = {},
  kind = 'plain',
  children,
}: {
  desk: Desk
  /** The command below `floor.`: `give-floor`. */
  deed: string
  of?: string
  by?: Key
  fixed?: Record<string, string>
  /** The one that comes next is large. */
  kind?: 'plain' | 'main' | 'quiet'
  children?: Child
}) {
  const { viewer } = desk
  return (
    <Form
      viewer={{ ...viewer, attempt: null }}
      command={`floor.${deed}`}
      {...(of !== undefined && { of })}
      then={viewer.address}
      seen={seenOf(desk)}
      fixed={{ ...fixedOf(desk), ...fixed }}
      class="deed"
      keep={false}
    >
      <button
        class={`btn ${kind === 'main' ? 'btn-primary floor-go' : kind === 'quiet' ? 'btn-ghost' : ''}`}
        type="submit"
        {...keyed(by)}
      >
        {children} {by && <Kbd of={by} />}
      </button>
    </Form>
  )
}

const TOLD = [
  'go',
  'end',
  'next',
  'pause',
  'absent',
  'insert',
  'point',
  'reply',
  'limit',
  'undo',
] as const

/** What each key does, always in sight. */
export function Legend({ desk: { language } }: { desk: Desk }) {
  return (
    <section class="floor-legend" aria-labelledby="floor-legend">
      <h2 id="floor-legend">{say(language, 'keys')}</h2>
      <dl>
        {TOLD.map((key) => (
          <div>
            <dt>
              <kbd class="kbd" dir="ltr">
                {KEYS[key].shown}
              </kbd>
            </dt>
            <dd>{say(language, `key.${key}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd class="kbd" dir="ltr">
              ↑ ↓
            </kbd>
          </dt>
          <dd>{say(language, 'key.choose')}</dd>
        </div>
        <div>
          <dt>
            <kbd class="kbd" dir="ltr">
              Alt ↑ ↓
            </kbd>
          </dt>
          <dd>{say(language, 'key.move')}</dd>
        </div>
      </dl>
      <p class="mark">{say(language, 'keys.note')}</p>
    </section>
  )
}
