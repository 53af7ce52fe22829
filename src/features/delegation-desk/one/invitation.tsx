import { sayDay } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import type { Delegation } from '../../delegations/invitations/model.ts'
import { Moment } from '../../delegations/pages/moment.tsx'
import { sayInvitation, sayNote } from '../../delegations/terms.print.ts'
import { addressOfDesk, type Desk } from '../../own-delegation/desk.tsx'
import { Terms } from '../../own-delegation/pages/terms.tsx'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  delegation: Delegation
}

const MOST_ADDRESSES = 5

/** To whom an invitation went, when, and in which language. */
export function InvitationTerms({ desk, delegation }: Props) {
  const { language } = desk.viewer
  const { invitation, state, sentAt, remindedAt } = delegation
  const at = (moment: Temporal.Instant | null) =>
    moment && <Moment language={language} zone={desk.zone} at={moment} />
  return (
    <Terms
      of={[
        [say(language, 'column.invitation'), sayInvitation(language, invitation ? state : null)],
        [say(language, 'invitation.sent'), at(sentAt)],
        [say(language, 'invitation.reminded'), at(remindedAt)],
        [say(language, 'prepare.addressee'), invitation && <bdi>{invitation.addressedTo}</bdi>],
        [
          say(language, 'invitation.addresses'),
          invitation && <bdi>{invitation.addresses.join(', ') || '–'}</bdi>,
        ],
        [say(language, 'invitation.language'), invitation && LANGUAGE_NAMES[invitation.language]],
        [
          say(language, 'invitation.note'),
          invitation?.note ? sayNote(language, invitation.note) : null,
        ],
        [say(language, 'reply.on'), delegation.reply && sayDay(language, delegation.reply.on)],
      ]}
    />
  )
}

/** Where an invitation is put right before it goes, or again. */
export function InvitationForm({ desk, delegation }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { invitation, party, version } = delegation
  return (
    <Form
      viewer={viewer}
      command="delegations.change-invitation"
      then={addressOfDesk(conference, party)}
      seen={`${version}`}
      fixed={{ conference, party }}
    >
      <TextField
        name="invitation.addressedTo"
        label={say(language, 'prepare.addressee')}
        value={invitation?.addressedTo}
        maxlength={200}
        width="long"
        required
      />
      {Array.from({ length: MOST_ADDRESSES }, (_, place) => (
        <TextField
          name={`invitation.addresses.${place}`}
          type="email"
          label={`${say(language, 'invitation.address')} ${place + 1}`}
          value={invitation?.addresses[place]}
        />
      )).slice(0, Math.min(MOST_ADDRESSES, (invitation?.addresses.length ?? 0) + 2))}
      <SelectField
        name="invitation.language"
        label={say(language, 'invitation.language')}
        value={invitation?.language ?? 'en'}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <div class="columns">
        <TextField
          name="invitation.note.number"
          label={say(language, 'note.number')}
          value={invitation?.note?.number}
          maxlength={60}
        />
        <DateField
          name="invitation.note.date"
          label={say(language, 'note.date')}
          value={invitation?.note?.date}
        />
      </div>
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}

/** Where one delegation is let bring more people than others. */
export function QuotaForm({ desk, delegation }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { party, quota, version } = delegation
  return (
    <Form
      viewer={viewer}
      command="delegations.set-quota"
      then={addressOfDesk(conference, party)}
      seen={`${version}`}
      fixed={{ conference, party }}
    >
      <NumberField
        name="quota"
        label={say(language, 'quota.own')}
        hint={say(language, 'quota.own.hint')}
        value={quota}
      />
      <TextArea name="reason" label={say(language, 'reason')} maxlength={400} rows={2} required />
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}
