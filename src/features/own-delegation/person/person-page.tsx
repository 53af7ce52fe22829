import { TextArea } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { sendsPeople } from '../../delegations/invitations/model.ts'
import { PersonName, PersonOffice } from '../../delegations/pages/person-name.tsx'
import { canMove } from '../../delegations/participants/life.model.ts'
import type { Participant } from '../../delegations/participants/model.ts'
import { sayState } from '../../delegations/terms.print.ts'
import { addressOfDelegation, type Desk, fullName } from '../desk.tsx'
import type { Overview } from '../overview.ts'
import { say } from '../words.ts'
import { MemberFields } from './fields.tsx'
import { type Change, Past } from './past.tsx'

export interface PersonFacts {
  desk: Desk
  overview: Overview
  /** Whether the reader may do more than read. */
  writes: boolean
  /** Whether names are closed to the reader. */
  closed: boolean
}

interface Props extends PersonFacts {
  member: Participant
  past: readonly Change[]
  /** Whether another person is named instead. */
  instead: boolean
}

const steps = ({ desk, overview }: PersonFacts, label: string) => [
  {
    href: addressOfDelegation(desk.conference, overview.party.code),
    label: fullName(overview.party, desk.today, desk.viewer.language),
  },
  { href: '', label },
]

/** Where somebody is named who was not there before. */
export function NewPersonPage(facts: PersonFacts) {
  const { desk, overview, writes, closed } = facts
  const { viewer, conference } = desk
  const { language } = viewer
  const { party, delegation } = overview
  const title = say(language, 'people.add')
  const open = writes && !closed && delegation !== null && sendsPeople(delegation)
  return (
    <Frame place={desk} title={title} steps={steps(facts, title)}>
      {open ? (
        <Form
          viewer={viewer}
          command="delegations.add-member"
          then={`${addressOfDelegation(conference, party.code)}#people`}
          fixed={{ conference, party: party.code }}
          files
        >
          <MemberFields language={language} of={null} />
          <Ends language={language} draft />
        </Form>
      ) : (
        <Notice>{say(language, closed ? 'people.closed' : 'people.sends-nobody')}</Notice>
      )}
    </Frame>
  )
}

/** A member of a delegation: what is known of them, how far their accreditation is, and what can be changed. */
export function PersonPage(props: Props) {
  const { desk, member, past, writes, closed, instead } = props
  const { language } = desk.viewer
  const name = member.person?.name ?? '–'
  return (
    <Frame
      place={desk}
      title={<PersonName language={language} of={member} />}
      steps={steps(props, instead ? say(language, 'instead') : name)}
    >
      <p>
        <PersonOffice language={language} of={member} />
      </p>
      <p>
        <strong>{sayState(language, member.state)}</strong>
        {member.reason && (
          <>
            {BETWEEN}
            <bdi>{member.reason}</bdi>
          </>
        )}
      </p>
      {member.state === 'badged' && (
        <p>
          <a
            href={hrefOf(language, `/${desk.conference}/badge/${member.id}.pdf`)}
            data-turbo="false"
          >
            {say(language, 'badge')}
          </a>
        </p>
      )}
      <Past desk={desk} past={past} />
      {closed && <Notice tone="warning">{say(language, 'people.closed')}</Notice>}
      {writes &&
        member.person &&
        canMove(member.state, 'withdraw') &&
        (instead ? <Instead {...props} /> : <ChangeForm {...props} />)}
    </Frame>
  )
}

function ChangeForm({ desk, overview, member, closed }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const base = addressOfDelegation(conference, overview.party.code)
  const fixed = { conference, participant: member.id }
  const draft = member.state === 'draft' || member.state === 'returned'
  return (
    <>
      {canMove(member.state, 'revise') && (
        <Form
          viewer={viewer}
          command="delegations.change-member"
          then={`${base}#people`}
          seen={`${member.version}`}
          fixed={fixed}
          files
        >
          <MemberFields language={language} of={member} />
          <Ends language={language} draft={draft && !closed} />
        </Form>
      )}
      <h2>{say(language, 'leave')}</h2>
      <p>
        <a href={hrefOf(language, `${base}/people/${member.id}?instead=1`)}>
          {say(language, 'instead')}
        </a>
      </p>
      <Fold viewer={viewer} command="delegations.withdraw-member" label={say(language, 'withdraw')}>
        <Form
          viewer={viewer}
          command="delegations.withdraw-member"
          then={`${base}#people`}
          fixed={fixed}
        >
          <TextArea
            name="reason"
            label={say(language, 'reason')}
            maxlength={1000}
            rows={2}
            required
          />
          <Submit quiet>{say(language, 'withdraw')}</Submit>
        </Form>
      </Fold>
    </>
  )
}

function Instead({ desk, overview, member }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  return (
    <>
      <h2>{say(language, 'instead')}</h2>
      <p>{say(language, 'instead.text')}</p>
      <Form
        viewer={viewer}
        command="delegations.substitute-member"
        then={`${addressOfDelegation(conference, overview.party.code)}#people`}
        seen={`${member.version}`}
        fixed={{ conference, participant: member.id }}
        files
      >
        <TextArea
          name="reason"
          label={say(language, 'reason')}
          maxlength={1000}
          rows={2}
          required
        />
        <MemberFields language={language} of={null} />
        <Submit>{say(language, 'instead.send')}</Submit>
      </Form>
    </>
  )
}

/** Whether what was typed is handed in at once, or stays a draft. */
function Ends({ language, draft }: { language: Desk['viewer']['language']; draft: boolean }) {
  if (!draft) return <Submit>{say(language, 'save')}</Submit>
  return (
    <div class="deeds">
      <Submit name="submit" value="true">
        {say(language, 'save.submit')}
      </Submit>
      <Submit quiet name="submit" value="false">
        {say(language, 'save.draft')}
      </Submit>
    </div>
  )
}
