import { SelectField } from '../../../ui/form/choices.tsx'
import { TextArea, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { addressOfDesk, type Desk } from '../../own-delegation/desk.tsx'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  /** Parties that have no delegation yet, in the reader's alphabet. */
  parties: readonly { code: string; name: string }[]
}

/** Where invitations begin: for all states, for one more party, or from a list of addresses. */
export function PreparePage({ desk, parties }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const base = addressOfDesk(conference)
  const addressee = (
    <TextField
      name="addressedTo"
      label={say(language, 'prepare.addressee')}
      hint={say(language, 'prepare.addressee.hint')}
      value={say(language, 'prepare.addressee.usual')}
      maxlength={200}
      width="long"
      required
    />
  )
  const common = { viewer, fixed: { conference } }
  return (
    <Frame
      place={desk}
      title={say(language, 'prepare')}
      steps={[
        { href: base, label: say(language, 'all') },
        { href: '', label: say(language, 'prepare') },
      ]}
    >
      <h2>{say(language, 'prepare.list')}</h2>
      <p>{say(language, 'prepare.list.text')}</p>
      <Form {...common} command="delegations.read-addresses" then={base}>
        <TextArea
          name="lines"
          label={say(language, 'prepare.lines')}
          hint={say(language, 'prepare.lines.hint')}
          rows={8}
          maxlength={100000}
          required
        />
        {addressee}
        <Submit>{say(language, 'prepare.list.send')}</Submit>
      </Form>
      <h2>{say(language, 'prepare.states')}</h2>
      <p>{say(language, 'prepare.states.text')}</p>
      <Form {...common} command="delegations.prepare-invitations" of="all" then={base}>
        {addressee}
        <Submit>{say(language, 'prepare.states.send')}</Submit>
      </Form>
      {parties.length > 0 && (
        <>
          <h2>{say(language, 'prepare.one')}</h2>
          <Form {...common} command="delegations.prepare-invitations" of="one" then={base}>
            <SelectField
              name="parties"
              label={say(language, 'column.party')}
              options={parties.map(({ code, name }) => ({ value: code, label: name }))}
            />
            {addressee}
            <Submit>{say(language, 'prepare.one.send')}</Submit>
          </Form>
        </>
      )}
    </Frame>
  )
}
