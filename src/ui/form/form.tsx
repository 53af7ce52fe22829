import { type Child, createContext, useContext } from 'hono/jsx'
import { hrefOf } from '../navigation.tsx'
import { say } from '../words.ts'
import type { Attempt, FormReader } from './attempt.ts'

/** What a field knows of the form around it. */
interface Within {
  reader: FormReader
  id: string
  /** What was sent from this very form and refused. */
  attempt: Attempt | null
}

const Around = createContext<Within | null>(null)

/** The form around a field. */
export function useForm(): Within {
  const within = useContext(Around)
  if (!within) throw new RangeError('A field stands in a form')
  return within
}

export interface FormProps {
  viewer: FormReader
  /** The one name of the deed, `programme.add-session`. */
  command: string
  /** Where it is sent, `/sign-in`, where it is no deed: what the sessions of accounts ask for sets cookies. */
  action?: string
  /** Whether it is answered with a page that no address leads to, such as a key that is shown once. */
  answered?: boolean
  /** Which of several forms of this command on the page. */
  of?: string
  /** Where the reader goes when it is done, `/seoul2021/desk/{session}`: an answer's field fills a name in braces. */
  then?: string
  /** The version of what is edited, as the command's `version` makes it: a later change by others is not overwritten. */
  seen?: string
  /**
   * A secret that is among the fields: once the deed is done, the page is answered with it (`viewer.shown`), and then
   * nobody sees it again.
   */
  show?: string
  /** Fields that the reader does not see. */
  fixed?: Readonly<Record<string, string | number | boolean>>
  /** Whether files are sent. */
  files?: boolean
  /** Whether a half-typed form is kept in the browser's tab until it is sent. */
  keep?: boolean
  class?: string
  children?: Child
}

/** A form that does one deed. It works without a script, says what is wrong at its field, and keeps what was typed. */
export function Form(props: FormProps) {
  const { viewer, command, of = '', then, seen, fixed = {}, files = false, keep = true } = props
  const { language, address, search, attempt, sendKey } = viewer
  const isDeed = props.action === undefined
  if (isDeed && sendKey === null) {
    throw new RangeError(`The page of ${command} is kept for everybody`)
  }
  const id = `form-${[command, of].filter(Boolean).join('-')}`.replace(/[^\w-]/g, '-')
  const mine = attempt?.command === command && attempt.of === of ? attempt : null
  const hidden = {
    ...(isDeed && { ':page': address + search, ':of': of, ':key': `${sendKey}` }),
    ...(then !== undefined && { ':then': then }),
    ...(seen !== undefined && { ':seen': seen }),
    ...(props.show !== undefined && { ':show': props.show }),
    ...fixed,
  }
  return (
    <form
      id={id}
      class={props.class ?? 'form'}
      method="post"
      action={hrefOf(language, props.action ?? `/deeds/${command}`)}
      enctype={files ? 'multipart/form-data' : undefined}
      data-keep={keep ? `${address} ${id}` : undefined}
      data-refused={mine ? '' : undefined}
      data-turbo={props.answered || props.show !== undefined ? 'false' : undefined}
      novalidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={`${value}`} />
      ))}
      {mine && <Refused id={id} attempt={mine} viewer={viewer} />}
      <Around.Provider value={{ reader: viewer, id, attempt: mine }}>
        {props.children}
      </Around.Provider>
    </form>
  )
}

/** Why it was not done, with a way to each field. */
function Refused({ id, attempt, viewer }: { id: string; attempt: Attempt; viewer: FormReader }) {
  return (
    <div class="refused" role="alert" tabindex={-1} autofocus>
      <p>{attempt.title}</p>
      {attempt.overtaken && <p>{say(viewer.language, 'form.overtaken')}</p>}
      {attempt.fields.length > 0 && (
        <ul>
          {attempt.fields.map(({ name, message }) => (
            <li>
              <a href={`#${fieldId(id, name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The id of a field's element in its form. */
export const fieldId = (form: string, name: string): string =>
  `${form}-${name.replace(/^~/, '')}`.replace(/[^\w-]/g, '-')

/** The button that sends the form. */
export function Submit({
  children,
  quiet = false,
  name,
  value,
}: {
  children?: Child
  /** One of several ways to end, and not the first. */
  quiet?: boolean
  name?: string
  value?: string
}) {
  return (
    <button class={quiet ? 'btn' : 'btn btn-primary'} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}

interface DeedProps extends Omit<FormProps, 'children' | 'files' | 'keep'> {
  /** What the button says. */
  label: Child
  quiet?: boolean
  /** A question before it is done, where it cannot be undone. */
  confirm?: string
}

/** A deed that needs nothing but a button. */
export function Deed({ label, quiet = true, confirm, ...form }: DeedProps) {
  const button = <Submit quiet={quiet}>{label}</Submit>
  return (
    <Form {...form} class={form.class ?? 'deed'} keep={false}>
      {confirm === undefined ? (
        button
      ) : (
        <details class="confirm">
          <summary class="btn">{label}</summary>
          <p>{confirm}</p>
          {button}
        </details>
      )}
    </Form>
  )
}
