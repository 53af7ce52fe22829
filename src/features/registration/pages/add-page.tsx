import { readingOf } from '../../../kernel/text.ts'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import type { Form as Asked } from '../forms.model.ts'
import { say } from '../words.ts'
import { FillIn } from './fill-in.tsx'
import type { Place } from './place.tsx'

/** Where the secretariat adds somebody by a form: its own staff above all. */
export function AddPage({ place, form }: { place: Place; form: Asked }) {
  const { viewer, conference } = place
  const { language } = viewer
  return (
    <Frame
      place={place}
      title={say(language, 'desk.add')}
      steps={[
        { href: `/${conference}/desk/registration`, label: say(language, 'desk') },
        { href: '', label: readingOf(form.name, language).value },
      ]}
    >
      <Form
        viewer={viewer}
        command="registration.add-person"
        then={`/${conference}/desk/accreditation?kind=${form.kind}`}
        fixed={{ conference, kind: form.kind }}
        files
      >
        <FillIn language={language} form={form} of={null} address />
        <Submit>{say(language, 'desk.add')}</Submit>
      </Form>
    </Frame>
  )
}
