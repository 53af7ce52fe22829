import { TextArea } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import type { Desk } from '../../own-delegation/desk.tsx'
import { DECISIONS, type Decision, isOpen, type Queued } from '../queue.ts'
import { addressOf } from '../wish.ts'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  people: readonly Queued[]
  /** Who reads, as decisions are signed. */
  reader: string
}

const WITH_REASON: readonly Decision[] = ['return', 'refuse']

/** What can be decided now, each for those of whom it can. */
export function Decisions({ desk, people, reader }: Props) {
  const { language } = desk.viewer
  const open = DECISIONS.map((decision) => ({
    decision,
    of: people.filter((one) => isOpen(decision, one, reader)),
  })).filter(({ of }) => of.length > 0)
  if (open.length === 0) return <Empty>{say(language, 'decide.nothing')}</Empty>
  return (
    <>
      {open.map(({ decision, of }) => (
        <Deciding desk={desk} decision={decision} people={of} many={people.length > 1} />
      ))}
    </>
  )
}

function Deciding({
  desk,
  decision,
  people,
  many,
}: {
  desk: Desk
  decision: Decision
  people: readonly Queued[]
  many: boolean
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  const label = say(language, `decide.${decision}`) + (many ? ` (${people.length})` : '')
  const form = (
    <Form
      viewer={viewer}
      command={`delegations.${decision}`}
      then={addressOf(conference)}
      fixed={{ conference }}
    >
      {people.map(({ person }) => (
        <input type="hidden" name="participants" value={person.id} />
      ))}
      {WITH_REASON.includes(decision) && (
        <TextArea
          name="reason"
          label={say(language, 'reason')}
          hint={say(language, 'reason.hint')}
          maxlength={1000}
          rows={2}
          required
        />
      )}
      <Submit quiet={decision !== 'approve'}>{label}</Submit>
    </Form>
  )
  if (!WITH_REASON.includes(decision)) return form
  return (
    <Fold viewer={viewer} command={`delegations.${decision}`} label={label}>
      {form}
    </Fold>
  )
}
