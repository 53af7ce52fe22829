import { sayDay } from '../../../i18n/days.ts'
import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { type Delegation, MODES } from '../../delegations/invitations/model.ts'
import { RANKS } from '../../delegations/ranks.model.ts'
import { sayMode, sayNote, sayRank } from '../../delegations/terms.print.ts'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  party: string
  delegation: Delegation | null
  /** Whether the secretariat records what a note says, rather than the party itself. */
  records?: boolean
  then: string
}

/** What a party answered, in a line. */
export function Replied({ desk, delegation }: Pick<Props, 'desk' | 'delegation'>) {
  const { language } = desk.viewer
  const reply = delegation?.reply
  if (!reply) return <Empty>{say(language, 'reply.none')}</Empty>
  return (
    <p>
      <strong>{sayMode(language, reply.mode)}</strong>
      {reply.level && (
        <>
          {BETWEEN}
          {sayRank(language, reply.level)}
        </>
      )}
      <br />
      <span class="label">
        {say(language, 'reply.on')} <time datetime={reply.on}>{sayDay(language, reply.on)}</time>
        {reply.note && (
          <>
            {BETWEEN}
            {sayNote(language, reply.note)}
          </>
        )}
        {reply.recorded && (
          <>
            {BETWEEN}
            {say(language, 'reply.recorded')}
          </>
        )}
      </span>
    </p>
  )
}

/** Where a party answers, or answers anew. */
export function ReplyForm({ desk, party, delegation, records = false, then }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const reply = delegation?.reply ?? null
  return (
    <Form
      viewer={viewer}
      command="delegations.reply"
      then={then}
      seen={`${delegation?.version ?? 0}`}
      fixed={{ conference, party }}
    >
      <ChoiceField
        name="mode"
        label={say(language, 'reply.mode')}
        value={reply?.mode ?? ''}
        options={MODES.map((value) => ({ value, label: sayMode(language, value) }))}
      />
      <SelectField
        name="level"
        label={say(language, 'reply.level')}
        hint={say(language, 'reply.level.hint')}
        none={say(language, 'reply.level.none')}
        value={reply?.level}
        options={RANKS.map((value) => ({ value, label: sayRank(language, value) }))}
      />
      <div class="columns">
        <TextField
          name="note.number"
          label={say(language, 'note.number')}
          value={reply?.note?.number}
          maxlength={60}
        />
        <DateField name="note.date" label={say(language, 'note.date')} value={reply?.note?.date} />
        {records && <DateField name="on" label={say(language, 'reply.day')} value={reply?.on} />}
      </div>
      <Submit>{say(language, reply ? 'reply.change' : 'reply.send')}</Submit>
    </Form>
  )
}

/** Said where a party was never invited. */
export const NotInvited = ({ desk }: Pick<Props, 'desk'>) => (
  <Notice>{say(desk.viewer.language, 'not-invited')}</Notice>
)
