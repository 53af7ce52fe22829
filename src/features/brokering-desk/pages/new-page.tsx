import type { PartyCode } from '../../../kernel/ids.ts'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { addressOfDesk, addressOfOwn, type Form as FormOf } from '../../brokering/model.ts'
import { sayForm } from '../../brokering/terms.print.ts'
import type { Desk } from '../desk.tsx'
import { WordingFields } from '../one/wording-fields.tsx'
import { say } from '../words.ts'

/** A partnership from nothing: by the secretariat, or by a party that suggests it to the secretariat. */
export function NewPage({
  desk,
  form,
  party,
}: {
  desk: Desk
  form: FormOf
  party: PartyCode | null
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  const list = party === null ? addressOfDesk(conference) : addressOfOwn(conference, party)
  return (
    <Frame
      place={desk}
      title={sayForm(language, form)}
      steps={[
        { href: list, label: say(language, party === null ? 'title' : 'own.title') },
        { href: '', label: sayForm(language, form) },
      ]}
    >
      <p class="lead">{say(language, party === null ? 'new.lead' : 'own.suggest.lead')}</p>
      <Form
        viewer={viewer}
        command="brokering.suggest"
        then={`${list}/{proposal}`}
        fixed={{ conference, ...(party !== null && { party }), 'wording.form': form }}
      >
        <WordingFields desk={desk} form={form} wording={null} />
        <Submit>{say(language, party === null ? 'new.do' : 'own.suggest.do')}</Submit>
      </Form>
    </Frame>
  )
}
