import type { Child } from 'hono/jsx'
import { sayClock } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { CheckField, ChoiceField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TextArea, TextField, TimeField } from '../../../ui/form/fields.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { type Arrival, DIRECTIONS, type Journey } from '../model.ts'
import { say } from '../words.ts'
import type { Desk } from './facts.ts'

/** One journey in a list, with what can be done about it. */
export function JourneyLine({
  desk,
  arrival: { id, journey, state, officer },
  heading,
  children,
}: {
  desk: Desk
  arrival: Arrival
  heading: Child
  children?: Child
}) {
  const { language, officers } = desk
  const met = officers.find((one) => one.id === officer)
  return (
    <li class="meeting" id={`journey-${id}`}>
      <h3>{heading}</h3>
      <p>
        <time datetime={journey.day}>{sayDay(language, journey.day)}</time>
        {BETWEEN}
        {journey.at ? sayClock(language, journey.at) : say(language, 'at.unknown')}
        {BETWEEN}
        <bdi>{journey.place}</bdi>
        {journey.by && (
          <>
            {BETWEEN}
            <bdi>{journey.by}</bdi>
          </>
        )}
      </p>
      <p class="label">
        {say(language, 'people')}: {journey.people}
        {journey.head && (
          <>
            {BETWEEN}
            {say(language, 'head')}
          </>
        )}
        {BETWEEN}
        {say(language, `state.${state}`)}
      </p>
      <p>
        <span class="label">{say(language, 'officer')}</span>{' '}
        {met ? <bdi>{met.name}</bdi> : say(language, 'officer.none')}
      </p>
      {journey.note && (
        <p>
          <bdi>{journey.note}</bdi>
        </p>
      )}
      <div class="deeds">{children}</div>
    </li>
  )
}

/** What is told of a journey. */
export function JourneyFields({
  language,
  journey,
}: {
  language: Desk['language']
  journey: Journey | null
}) {
  return (
    <>
      <ChoiceField
        name="journey.direction"
        label={say(language, 'direction')}
        value={journey?.direction ?? 'arrival'}
        options={DIRECTIONS.map((one) => ({
          value: one,
          label: say(language, `direction.${one}`),
        }))}
      />
      <div class="columns">
        <DateField name="journey.day" label={say(language, 'day')} value={journey?.day} required />
        <TimeField name="journey.at" label={say(language, 'at')} value={journey?.at} />
        <NumberField
          name="journey.people"
          label={say(language, 'people')}
          value={journey?.people}
          required
        />
      </div>
      <TextField
        name="journey.place"
        label={say(language, 'place')}
        hint={say(language, 'place.hint')}
        value={journey?.place}
        maxlength={120}
        required
      />
      <TextField name="journey.by" label={say(language, 'by')} value={journey?.by} maxlength={60} />
      <CheckField
        name="journey.head"
        label={say(language, 'head')}
        value={journey?.head ?? false}
      />
      <TextArea
        name="journey.note"
        label={say(language, 'note')}
        value={journey?.note}
        maxlength={400}
        rows={2}
      />
    </>
  )
}
