import type { Child } from 'hono/jsx'
import { readingOf } from '../../../kernel/text.ts'
import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import { type Participant, ROLES } from '../../programme/model.ts'
import { sayRole, sayUncertain } from '../../programme/terms.print.ts'
import { say } from '../words.ts'
import type { SessionProps } from './session-props.tsx'

type Props = Pick<SessionProps, 'board' | 'session' | 'saw' | 'parties'>

/** Those who take part, in the order of the paper; each is corrected, moved or taken off by itself. */
export function Participants(props: Props) {
  const { board, session } = props
  const { language } = board.viewer
  const { participants } = session
  return (
    <>
      {participants.length === 0 && <Empty>{say(language, 'people.none')}</Empty>}
      <ol class="people-list">
        {participants.map((one, place) => (
          <li>
            <details open={board.viewer.attempt?.of === `person-${place}` || undefined}>
              <summary>
                <span class="people-role">{sayRole(language, one.role)}</span>{' '}
                <Named one={one} {...props} />
              </summary>
              <PersonForm one={one} place={place} {...props} />
              <div class="deeds">
                {place > 0 && <Move by={-1} place={place} {...props} />}
                {place < participants.length - 1 && <Move by={1} place={place} {...props} />}
                <Deed
                  {...deedOf(props, place)}
                  then={peopleOn(props)}
                  command="programme.remove-participant"
                  label={say(language, 'people.remove')}
                />
              </div>
            </details>
          </li>
        ))}
      </ol>
      <details open={board.viewer.attempt?.of === 'person-new' || undefined}>
        <summary class="btn">{say(language, 'people.add')}</summary>
        <PersonForm one={null} place={null} {...props} />
      </details>
    </>
  )
}

const deedOf = ({ board: { viewer, conference }, session, saw }: Props, place: number) => ({
  viewer,
  seen: saw.participants,
  fixed: { conference: conference.id, session: session.id, place },
  of: `place-${place}`,
})

const peopleOn = ({ board: { viewer } }: Props) => `${viewer.address}#people`

function Move({ by, place, ...props }: Props & { by: -1 | 1; place: number }) {
  const { language } = props.board.viewer
  const deed = deedOf(props, place)
  return (
    <Deed
      {...deed}
      of={`${deed.of}-${by}`}
      then={peopleOn(props)}
      fixed={{ ...deed.fixed, by }}
      command="programme.move-participant"
      label={say(language, by < 0 ? 'people.up' : 'people.down')}
    />
  )
}

function Named({ one, board, parties }: Props & { one: Participant }) {
  const { language } = board.viewer
  const party = parties.find(({ value }) => value === one.party)
  const said: Child[] = [
    one.name && <bdi>{one.name}</bdi>,
    one.office && <Words in={readingOf(one.office, language)} language={language} />,
    party?.label ?? one.party,
    one.certainty === 'session-uncertain' && <small>{sayUncertain(language)}</small>,
  ].filter((part) => part)
  return (
    <>
      {said.map((part, at) => (
        <>
          {at > 0 && ' · '}
          {part}
        </>
      ))}
    </>
  )
}

function PersonForm({
  one,
  place,
  ...props
}: Props & { one: Participant | null; place: number | null }) {
  const { board, session, saw, parties } = props
  const { viewer, conference } = board
  const { language } = viewer
  const fixed = { conference: conference.id, session: session.id }
  return (
    <Form
      viewer={viewer}
      command={place === null ? 'programme.add-participant' : 'programme.change-participant'}
      of={place === null ? 'person-new' : `person-${place}`}
      then={`${viewer.address}#people`}
      {...(place !== null && { seen: saw.participants })}
      fixed={place === null ? fixed : { ...fixed, place }}
    >
      <div class="columns">
        <SelectField
          name="participant.role"
          label={say(language, 'people.role')}
          options={ROLES.map((role) => ({ value: role, label: sayRole(language, role) }))}
          value={one?.role ?? 'speaker'}
        />
        <TextField
          name="participant.name"
          label={say(language, 'people.name')}
          hint={say(language, 'people.name.hint')}
          value={one?.name}
        />
        <SelectField
          name="participant.party"
          label={say(language, 'people.party')}
          none={say(language, 'people.party.none')}
          options={parties}
          value={one?.party ?? ''}
        />
      </div>
      <LanguagesField
        name="participant.office"
        label={say(language, 'people.office')}
        text={one?.office ?? null}
        status="authentic"
      />
      <ChoiceField
        name="participant.certainty"
        label={say(language, 'people.certainty')}
        options={[
          { value: 'stated', label: say(language, 'people.certain') },
          { value: 'session-uncertain', label: sayUncertain(language) },
        ]}
        value={one?.certainty ?? 'stated'}
      />
      <Submit quiet={place !== null}>
        {say(language, place === null ? 'people.add' : 'save')}
      </Submit>
    </Form>
  )
}
