import { sayZoneOffset } from '../../../i18n/clock.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Bilateral } from '../model.ts'
import { say } from '../words.ts'
import { type Desk, otherThan, partyName } from './facts.ts'
import { CallOff, Group, Meeting } from './meeting.tsx'
import { WishesFields } from './wishes-fields.tsx'

interface Props {
  desk: Desk
  viewer: FormReader
  party: string
  meetings: readonly Bilateral[]
  /** Whom one can ask: every other delegation, in the reader's alphabet. */
  others: readonly { code: string; name: string }[]
}

/** The meetings of one delegation, and a form to ask for another. */
export function PartyPage({ desk, viewer, party, meetings, others }: Props) {
  const { language, conference, zone, now } = desk
  const here = `/${conference}/delegation/${party}/bilaterals`
  const inState = (...states: readonly string[]) =>
    meetings.filter(({ state }) => states.includes(state))
  const line = (meeting: Bilateral) => (
    <Meeting desk={desk} meeting={meeting} title={partyName(desk, otherThan(meeting, party))}>
      {meeting.state === 'requested' && meeting.asked === party && (
        <Answer viewer={viewer} meeting={meeting} then={here} />
      )}
      {['requested', 'accepted', 'scheduled'].includes(meeting.state) &&
        !(meeting.state === 'requested' && meeting.asked === party) && (
          <CallOff viewer={viewer} meeting={meeting} then={here} />
        )}
    </Meeting>
  )
  const asked = inState('requested').filter((one) => one.asked === party)
  const asking = inState('requested').filter((one) => one.asking === party)
  return (
    <>
      <h1>
        {say(language, 'title')} <small>{partyName(desk, party)}</small>
      </h1>
      <p class="lead">{say(language, 'lead')}</p>
      <p class="label">
        {say(language, 'times')} {sayZoneOffset(language, now, zone)}
      </p>
      <Part id="meetings">
        <Group {...{ desk }} heading={say(language, 'group.asked')} meetings={asked} each={line} />
        <Group
          {...{ desk }}
          heading={say(language, 'group.scheduled')}
          meetings={inState('scheduled')}
          each={line}
          always
        />
        <Group
          {...{ desk }}
          heading={say(language, 'group.accepted')}
          meetings={inState('accepted')}
          each={line}
        />
        <Group
          {...{ desk }}
          heading={say(language, 'group.asking')}
          meetings={asking}
          each={line}
        />
        <Group
          {...{ desk }}
          heading={say(language, 'group.over')}
          meetings={inState('held', 'declined', 'cancelled')}
          each={line}
        />
      </Part>
      <h2 id="ask">{say(language, 'ask')}</h2>
      <Form
        viewer={viewer}
        command="bilaterals.ask"
        then={here}
        fixed={{ conference, asking: party }}
      >
        <SelectField
          name="asked"
          label={say(language, 'with')}
          none=""
          required
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <WishesFields language={language} wishes={null} />
        <Submit>{say(language, 'send')}</Submit>
      </Form>
    </>
  )
}

/** Yes, or no with a word if one likes. */
function Answer({
  viewer,
  meeting,
  then,
}: {
  viewer: FormReader
  meeting: Bilateral
  then: string
}) {
  const { language } = viewer
  const common = {
    ...{ viewer, then, of: meeting.id, seen: `${meeting.version}` },
    fixed: { conference: meeting.conference, bilateral: meeting.id },
  }
  return (
    <>
      <Deed {...common} command="bilaterals.accept" label={say(language, 'accept')} quiet={false} />
      <details class="confirm">
        <summary class="btn">{say(language, 'decline')}</summary>
        <Form {...common} command="bilaterals.decline" keep={false}>
          <p>{say(language, 'decline.text')}</p>
          <TextField name="note" label={say(language, 'note')} maxlength={400} width="long" />
          <Submit quiet>{say(language, 'decline')}</Submit>
        </Form>
      </details>
    </>
  )
}
