import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { Form, type FormProps, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Prose, Words } from '../../../ui/text.tsx'
import { say } from '../words.ts'
import type { Desk } from './frame.tsx'

/** Opens the form of something, on the same page. */
export function EditLink({
  desk: { viewer, address },
  what,
  children,
}: {
  desk: Desk
  what: string
  children?: Child
}) {
  return (
    <a class="edit-link" href={`${hrefOf(viewer.language, address)}?edit=${what}#${what}`}>
      {children ?? say(viewer.language, 'change')}
    </a>
  )
}

interface EditFormProps extends Pick<FormProps, 'command' | 'fixed' | 'files'> {
  desk: Desk
  what: string
  /** What tells a version that somebody saw; nothing where nothing can be overwritten. */
  seen?: Record<string, unknown> | false
  save?: Child
  children?: Child
}

/** The form of one deed; done or left, the page is as it was, without it. */
export function EditForm(props: EditFormProps) {
  const { desk, what, command, fixed = {}, seen = {}, files = false, save, children } = props
  const { viewer, conference, address } = desk
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command={command}
      of={what}
      then={`${address}#${what}`}
      {...(seen !== false && { seen: desk.seen(command, seen) })}
      fixed={{ conference: conference.id, ...fixed }}
      files={files}
      class="form edit-form"
    >
      {children}
      <Submit>{save ?? say(language, 'save')}</Submit>
      <a class="btn btn-ghost" href={`${hrefOf(language, address)}#${what}`}>
        {say(language, 'leave')}
      </a>
    </Form>
  )
}

/** Something that is shown, and changed where it is shown. */
export function Editable({
  desk,
  what,
  title,
  shown,
  form,
}: {
  desk: Desk
  what: string
  title: Child
  shown: Child
  form(): Child
}) {
  const open = desk.edit === what
  return (
    <section class="editable" id={what}>
      <div class="editable-head">
        <h2>{title}</h2>
        {!open && <EditLink desk={desk} what={what} />}
      </div>
      {open ? form() : shown}
    </section>
  )
}

/** A text in the reader's language, with what is missing in others, or no longer says what the original says. */
export function TextShown({
  text,
  language,
  long = false,
}: {
  text: Text | null
  language: Language
  long?: boolean
}) {
  if (!text) return <p class="empty">{say(language, 'nothing')}</p>
  const reading = readingOf(text, language)
  return (
    <>
      {long ? (
        <Prose in={reading} language={language} />
      ) : (
        <p class="text-shown">
          <Words in={reading} language={language} mark />
        </p>
      )}
      <Gaps text={text} language={language} />
    </>
  )
}

/** In which languages a text is missing, and in which it is stale. */
export function Gaps({ text, language }: { text: Text; language: Language }) {
  const missing = LANGUAGES.filter((one) => !text.in[one])
  const stale = LANGUAGES.filter((one) => text.in[one]?.status === 'stale')
  const named = (some: readonly Language[]) => some.map((one) => LANGUAGE_NAMES[one]).join(' · ')
  return (
    <>
      {missing.length > 0 && (
        <small class="mark block">
          {say(language, 'missing')} {named(missing)}
        </small>
      )}
      {stale.length > 0 && (
        <small class="mark block text-warning">
          {say(language, 'stale')} {named(stale)}
        </small>
      )}
    </>
  )
}
