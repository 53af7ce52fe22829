import type { Child } from 'hono/jsx'
import type { Attempt } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { NumberField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { REASONS } from '../../floor/queue/deeds.ts'
import { limitOf, speaking } from '../../floor/queue/floor.ts'
import { sayAct, sayReason } from '../../floor/terms.print.ts'
import { partyName } from '../names.print.ts'
import { say } from '../words.ts'
import { AskingFields } from './asking-fields.tsx'
import { type Desk, fixedOf, seenOf } from './desk-props.tsx'
import { Kbd, type Key, keyed } from './key.tsx'
import { LimitField } from './limit-field.tsx'

/** What the desk does beyond giving the floor: each form opens by its key, and is one form without a script. */
export function Asks({ desk }: { desk: Desk }) {
  const { can, list } = desk
  return (
    <div class="floor-asks">
      {can.insert &&
        (list.floor.meeting === 'before' ? <Inscribe desk={desk} /> : <Insert desk={desk} />)}
      {can.point && <OfParty desk={desk} deed="raise-point" by="point" act="point-of-order" />}
      {can.reply && <OfParty desk={desk} deed="ask-reply" by="reply" act="reply-asked" />}
      {can.limit && <Limit desk={desk} />}
      {can.move && <Move desk={desk} />}
    </div>
  )
}

/** A form that opens by a key, and by itself where it was refused. */
function Ask({
  attempt,
  command,
  by,
  label,
  open = false,
  children,
}: {
  attempt: Attempt | null
  command: string
  by: Key
  label: Child
  open?: boolean
  children?: Child
}) {
  return (
    <details id={`ask-${by}`} class="floor-ask" open={open || attempt?.command === command}>
      <summary {...keyed(by)}>
        <span>{label}</span> <Kbd of={by} />
      </summary>
      {children}
    </details>
  )
}

const common = (desk: Desk) => ({
  viewer: desk.viewer,
  fixed: fixedOf(desk),
})

/** Before the session: as delegations themselves would ask. */
function Inscribe({ desk }: { desk: Desk }) {
  const { language, viewer } = desk
  return (
    <Ask
      attempt={viewer.attempt}
      command="floor.inscribe"
      by="insert"
      label={say(language, 'inscribe')}
      open
    >
      <Form {...common(desk)} then={viewer.address} command="floor.inscribe">
        <AskingFields desk={desk} />
        <Submit>{say(language, 'inscribe')}</Submit>
      </Form>
    </Ask>
  )
}

/** During it: with a reason, because everybody sees the list. */
function Insert({ desk }: { desk: Desk }) {
  const { language, viewer } = desk
  return (
    <Ask
      attempt={viewer.attempt}
      command="floor.insert"
      by="insert"
      label={say(language, 'insert')}
    >
      <Form {...common(desk)} then={viewer.address} command="floor.insert" seen={seenOf(desk)}>
        <AskingFields desk={desk} />
        <div class="columns">
          <NumberField
            name="to"
            label={say(language, 'place')}
            hint={say(language, 'place.hint')}
          />
          <ReasonField desk={desk} />
        </div>
        <Submit>{say(language, 'insert')}</Submit>
      </Form>
    </Ask>
  )
}

/** Why the desk departs from the rule: everybody reads it beside the place. */
export const ReasonField = ({ desk: { language } }: { desk: Pick<Desk, 'language'> }) => (
  <SelectField
    name="reason"
    label={say(language, 'reason')}
    required
    none=""
    options={REASONS.map((value) => ({ value, label: sayReason(language, value) }))}
  />
)

/** Somebody takes the floor without standing in the list. */
function OfParty({
  desk,
  deed,
  by,
  act,
}: {
  desk: Desk
  deed: 'raise-point' | 'ask-reply'
  by: Key
  act: 'point-of-order' | 'reply-asked'
}) {
  const { language, viewer, options } = desk
  const label = sayAct(language, act)
  return (
    <Ask attempt={viewer.attempt} command={`floor.${deed}`} by={by} label={label}>
      <Form {...common(desk)} then={viewer.address} command={`floor.${deed}`}>
        <SelectField
          name="party"
          label={say(language, 'delegation')}
          required
          none=""
          options={options}
        />
        <Submit>{label}</Submit>
      </Form>
    </Ask>
  )
}

/** Another time limit for whoever speaks. */
function Limit({ desk }: { desk: Desk }) {
  const { language, list, viewer } = desk
  const turn = speaking(list.floor)
  if (!turn) return null
  return (
    <Ask
      attempt={viewer.attempt}
      command="floor.set-limit"
      by="limit"
      label={say(language, 'set-limit')}
    >
      <Form
        {...common(desk)}
        then={viewer.address}
        command="floor.set-limit"
        seen={seenOf(desk)}
        fixed={{ ...fixedOf(desk), speech: turn.speech.id }}
      >
        <p>{partyName(list, turn.speech.party, language)}</p>
        <div class="columns">
          <LimitField
            language={language}
            name="seconds"
            label={say(language, 'limit')}
            value={limitOf(list.floor, turn.speech)}
          />
          <ReasonField desk={desk} />
        </div>
        <Submit>{say(language, 'set-limit')}</Submit>
      </Form>
    </Ask>
  )
}

/** Another place: the reason is the button, so that one key or one click does it. */
function Move({ desk }: { desk: Desk }) {
  const { language, list, viewer } = desk
  const options = list.floor.waiting.map(({ id, party }, place) => ({
    value: String(id),
    label: `${place + 1} · ${partyName(list, party, language)}`,
  }))
  return (
    <Ask attempt={viewer.attempt} command="floor.move" by="move" label={say(language, 'move')}>
      <Form {...common(desk)} then={viewer.address} command="floor.move" seen={seenOf(desk)}>
        <div class="columns">
          <SelectField name="speech" label={say(language, 'delegation')} options={options} />
          <NumberField name="to" label={say(language, 'place')} required />
        </div>
        <ReasonButtons language={language} />
      </Form>
    </Ask>
  )
}

/** One button for each reason, numbered for the hand on the keyboard. */
export const ReasonButtons = ({ language }: Pick<Desk, 'language'>) => (
  <fieldset class="floor-reasons">
    <legend>{say(language, 'reason.choose')}</legend>
    {REASONS.map((reason, place) => (
      <button class="btn" type="submit" name="reason" value={reason} data-digit={`${place + 1}`}>
        <span class="kbd" aria-hidden="true">
          {place + 1}
        </span>{' '}
        {sayReason(language, reason)}
      </button>
    ))}
  </fieldset>
)
