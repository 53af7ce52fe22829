import { sayClock, sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { instantAt } from '../../../kernel/time.ts'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/text.tsx'
import type { Form as Asked } from '../forms.model.ts'
import { say } from '../words.ts'
import { addressOf, type Place } from './place.tsx'

/** Every form by which people may register now. */
export function FormsPage({ place, forms }: { place: Place; forms: readonly Asked[] }) {
  const { language } = place.viewer
  const title = say(language, 'register')
  return (
    <Frame place={place} title={title} steps={[{ href: '', label: title }]}>
      {forms.length === 0 ? (
        <Empty>{say(language, 'register.none')}</Empty>
      ) : (
        <FormsList language={language} conference={place.conference} forms={forms} />
      )}
      <p>{say(language, 'register.delegations')}</p>
    </Frame>
  )
}

export function FormsList({
  language,
  conference,
  forms,
}: {
  language: Language
  conference: string
  forms: readonly Asked[]
}) {
  return (
    <ul>
      {forms.map(({ kind, name }) => (
        <li>
          <a href={hrefOf(language, addressOf(conference, kind))}>
            {readingOf(name, language).value}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Said on the page of the conference while anybody may register. */
export function OpenForms(props: Parameters<typeof FormsList>[0]) {
  return (
    <section>
      <h2>{say(props.language, 'register')}</h2>
      <FormsList {...props} />
    </section>
  )
}

/** Until when a form can be filled in, by the clock of the conference. */
function Closes({ place, form }: { place: Place; form: Asked }) {
  const { language } = place.viewer
  if (!form.closes) return null
  const { day, clock } = form.closes
  const offset = sayZoneOffset(language, instantAt(day, clock, place.zone), place.zone)
  return (
    <p>
      <span class="label">{say(language, 'register.closes')}</span> {sayDay(language, day)}{' '}
      <bdi>
        {sayClock(language, clock)} ({offset})
      </bdi>
    </p>
  )
}

/** Where somebody gives their address, so that a link is sent to it. */
export function RegisterPage({
  place,
  form,
  open,
  sent,
}: {
  place: Place
  form: Asked
  open: boolean
  /** Whether a link was just asked for. */
  sent: boolean
}) {
  const { viewer, conference } = place
  const { language } = viewer
  const title = readingOf(form.name, language).value
  const here = addressOf(conference, form.kind)
  return (
    <Frame
      place={place}
      title={title}
      steps={[
        { href: addressOf(conference), label: say(language, 'register') },
        { href: '', label: title },
      ]}
    >
      {form.introduction && (
        <Prose in={readingOf(form.introduction, language)} language={language} mark={false} />
      )}
      <Closes place={place} form={form} />
      {sent && <Notice>{say(language, 'register.sent')}</Notice>}
      {!open && <Notice tone="warning">{say(language, 'register.closed')}</Notice>}
      <p>{say(language, open ? 'register.how' : 'register.how-closed')}</p>
      <Form
        viewer={viewer}
        command="registration.begin"
        then={`${here}?sent=1`}
        fixed={{ conference, kind: form.kind, language }}
      >
        <TextField
          name="address"
          type="email"
          label={say(language, 'register.address')}
          autocomplete="email"
          required
        />
        <Submit>{say(language, 'register.send')}</Submit>
      </Form>
      <p class="label">
        <a href={hrefOf(language, '/privacy')}>{say(language, 'register.privacy')}</a>
      </p>
    </Frame>
  )
}
