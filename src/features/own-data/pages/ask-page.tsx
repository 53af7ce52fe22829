import type { FormReader } from '../../../ui/form/attempt.ts'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { say } from '../words.ts'

/** Where somebody without an account asks for what is held about them, and whom they ask where no address is known. */
export function AskPage({
  place,
  contact,
}: {
  place: { viewer: FormReader; conference: string; conferenceName: string }
  contact: string | null
}) {
  const { viewer, conference } = place
  const { language } = viewer
  return (
    <Frame
      place={place}
      title={say(language, 'title')}
      steps={[{ href: '', label: say(language, 'title') }]}
    >
      <p class="lead">{say(language, 'ask.lead')}</p>
      <Form
        viewer={viewer}
        command="own-data.ask"
        then={`/${conference}/own-data`}
        fixed={{ conference, language }}
        keep={false}
      >
        <TextField
          name="address"
          type="email"
          label={say(language, 'ask.address')}
          autocomplete="email"
          required
        />
        <Submit>{say(language, 'ask.send')}</Submit>
      </Form>
      <h2>{say(language, 'ask.otherwise')}</h2>
      <p>{say(language, contact ? 'ask.contact' : 'ask.delegation')}</p>
      {contact && (
        <p>
          <a href={`mailto:${contact}`}>
            <bdi>{contact}</bdi>
          </a>
        </p>
      )}
    </Frame>
  )
}
