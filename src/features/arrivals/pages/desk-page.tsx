import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Arrival, Officer, VisaLetter } from '../model.ts'
import { say } from '../words.ts'
import { type Desk, type Guest, partyName } from './facts.ts'
import { JourneyLine } from './journey.tsx'

interface Props {
  desk: Desk
  viewer: FormReader
  arrivals: readonly Arrival[]
  people: readonly Guest[]
  letters: readonly VisaLetter[]
  /** Delegations to choose from, in the reader's alphabet. */
  delegations: readonly { code: string; name: string }[]
}

/** What the protocol desk does for guests on their way: journeys, officers, letters. */
export function DeskPage(props: Props) {
  const { desk, viewer, arrivals } = props
  const { language, conference } = desk
  const here = `/${conference}/desk/arrivals`
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <Part id="journeys">
        {arrivals.length === 0 && <Empty>{say(language, 'none')}</Empty>}
        <ul class="meetings">
          {arrivals.map((arrival) => (
            <JourneyLine
              desk={desk}
              arrival={arrival}
              heading={`${partyName(desk, arrival.party)} · ${say(language, `direction.${arrival.journey.direction}`)}`}
            >
              {arrival.state === 'announced' && (
                <Meet desk={desk} viewer={viewer} arrival={arrival} here={here} />
              )}
            </JourneyLine>
          ))}
        </ul>
      </Part>
      <Officers {...props} here={here} />
      <Visas {...props} here={here} />
    </>
  )
}

function Meet({
  desk: { language, officers, conference },
  viewer,
  arrival,
  here,
}: Pick<Props, 'desk' | 'viewer'> & { arrival: Arrival; here: string }) {
  const common = { viewer, of: arrival.id, seen: `${arrival.version}` }
  const fixed = { conference, arrival: arrival.id }
  return (
    <>
      <Form {...common} command="arrivals.give-officer" then={here} fixed={fixed} class="deed">
        <SelectField
          name="officer"
          label={say(language, 'officer')}
          none={say(language, 'officer.none')}
          value={arrival.officer}
          options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Submit quiet>{say(language, 'officer.give')}</Submit>
      </Form>
      <Deed
        {...common}
        command="arrivals.note-met"
        then={here}
        fixed={fixed}
        label={say(language, 'met')}
      />
    </>
  )
}

function Officers({ desk, viewer, delegations, here }: Props & { here: string }) {
  const { language, officers, conference } = desk
  return (
    <>
      <h2 id="officers">{say(language, 'officers')}</h2>
      {officers.length === 0 && <Empty>{say(language, 'officers.none')}</Empty>}
      {officers.map((officer) => (
        <details>
          <summary>
            <bdi>{officer.name}</bdi> ·{' '}
            {officer.parties.map((code) => partyName(desk, code)).join(' · ') || '–'}
          </summary>
          <OfficerForm {...{ viewer, conference, officer, delegations, here }} />
          <Deed
            viewer={viewer}
            command="arrivals.drop-officer"
            of={officer.id}
            then={here}
            fixed={{ conference, id: officer.id }}
            label={say(language, 'officer.drop')}
            confirm={say(language, 'officer.drop.text')}
          />
        </details>
      ))}
      <details>
        <summary>{say(language, 'officer.add')}</summary>
        <OfficerForm {...{ viewer, conference, delegations, here }} officer={null} />
      </details>
    </>
  )
}

function OfficerForm({
  viewer,
  conference,
  officer,
  delegations,
  here,
}: {
  viewer: FormReader
  conference: string
  officer: Officer | null
  delegations: Props['delegations']
  here: string
}) {
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="arrivals.keep-officer"
      of={officer?.id ?? 'new'}
      then={here}
      seen={`${officer?.version ?? 0}`}
      fixed={{ conference, ...(officer && { id: officer.id }) }}
    >
      <TextField
        name="officer.name"
        label={say(language, 'officer.name')}
        value={officer?.name}
        required
      />
      <div class="columns">
        <TextField
          name="officer.telephone"
          type="tel"
          label={say(language, 'officer.telephone')}
          value={officer?.telephone}
        />
        <TextField
          name="officer.address"
          type="email"
          label={say(language, 'officer.address')}
          value={officer?.address}
        />
      </div>
      <ChecksField
        name="officer.languages"
        label={say(language, 'officer.languages')}
        values={officer?.languages ?? []}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
      <details open={officer !== null}>
        <summary>{say(language, 'officer.parties')}</summary>
        <ChecksField
          name="officer.parties"
          label={say(language, 'officer.parties')}
          values={officer?.parties ?? []}
          options={delegations.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </details>
      <Submit>{say(language, 'officer.keep')}</Submit>
    </Form>
  )
}

function Visas({ desk, viewer, people, letters, here }: Props & { here: string }) {
  const { language, conference } = desk
  const byId = new Map<string, Guest>(people.map((one) => [one.id, one]))
  return (
    <>
      <h2 id="visas">{say(language, 'visas')}</h2>
      <p>{say(language, 'visas.text')}</p>
      {letters.length === 0 ? (
        <Empty>{say(language, 'visas.none')}</Empty>
      ) : (
        <ul>
          {letters.map(({ id, participant, number, language: of }) => {
            const person = byId.get(participant)
            return (
              <li>
                <a href={hrefOf(of, `/${conference}/visa-letters/${id}.pdf`)} hreflang={of}>
                  {say(language, 'visas.number')} {number}
                </a>{' '}
                {person && <bdi>{person.name}</bdi>} · {LANGUAGE_NAMES[of]}
              </li>
            )
          })}
        </ul>
      )}
      {people.length > 0 && (
        <details>
          <summary>{say(language, 'visas.issue')}</summary>
          <Form
            viewer={viewer}
            command="arrivals.issue-visa-letters"
            then={here}
            fixed={{ conference }}
          >
            <SelectField
              name="language"
              label={say(language, 'visas.language')}
              value="en"
              options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
            />
            <ChecksField
              name="participants"
              label={say(language, 'visas.people')}
              options={people.map((one) => ({
                value: one.id,
                label: one.name,
                ...(one.party && { hint: partyName(desk, one.party) }),
              }))}
            />
            <Submit>{say(language, 'visas.issue')}</Submit>
          </Form>
        </details>
      )}
    </>
  )
}
