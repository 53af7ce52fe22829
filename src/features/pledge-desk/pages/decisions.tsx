import { DateField, TimeField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { canMove } from '../../pledges/life.model.ts'
import type { Desk } from '../desk.tsx'
import type { Reviewed } from '../review.ts'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  reviewed: Reviewed
}

/** What the secretariat can decide now. */
export function Decisions({ desk, reviewed }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { id, state, releaseAt, onBehalf } = reviewed
  const then = `/${conference}/desk/pledges/${id}`
  if (!desk.decides) return null
  return (
    <div class="deeds-block">
      {onBehalf && reviewed.lead && (
        <p>
          <a
            class="btn"
            href={hrefOf(language, `/${conference}/delegation/${reviewed.lead}/pledges/${id}`)}
          >
            {say(language, 'write-for')}
          </a>
        </p>
      )}
      {canMove(state, 'accept') && <Accepting desk={desk} reviewed={reviewed} />}
      {state === 'accepted' && releaseAt === null && (
        <p>
          <a
            class="btn btn-primary"
            href={hrefOf(language, `/${conference}/desk/pledges/announce?${id}=on`)}
          >
            {say(language, 'announce.look')}
          </a>
        </p>
      )}
      {state === 'accepted' && releaseAt !== null && (
        <Deed
          viewer={viewer}
          command="pledges.undo-announcement"
          then={then}
          fixed={{ conference, pledges: id }}
          label={say(language, 'undo')}
        />
      )}
      {canMove(state, 'return') && <Returning desk={desk} reviewed={reviewed} />}
    </div>
  )
}

/** Accepts a pledge, under embargo until it is announced or until an hour. */
function Accepting({ desk, reviewed }: Props) {
  const { viewer, conference, zone } = desk
  const { language } = viewer
  const then = `/${conference}/desk/pledges/${reviewed.id}`
  return (
    <section aria-labelledby="accept">
      <h2 id="accept">{say(language, 'accept')}</h2>
      <Form
        viewer={viewer}
        command="pledges.accept"
        then={then}
        seen={reviewed.version}
        fixed={{ pledge: reviewed.id }}
      >
        <p class="label">{say(language, 'accept.note')}</p>
        <details>
          <summary>{say(language, 'accept.until')}</summary>
          <p class="label">
            {say(language, 'accept.zone')}
            {say(language, 'colon')}
            <bdi>{zone}</bdi>
          </p>
          <div class="columns">
            <DateField name="until.day" label={say(language, 'accept.day')} />
            <TimeField name="until.clock" label={say(language, 'accept.clock')} />
          </div>
        </details>
        <Submit>{say(language, 'accept.do')}</Submit>
      </Form>
    </section>
  )
}

/** Gives it back, with a word that the author reads. */
function Returning({ desk: { viewer, conference }, reviewed }: Props) {
  const { language } = viewer
  return (
    <details class="confirm">
      <summary class="btn">{say(language, 'return')}</summary>
      <Form
        viewer={viewer}
        command="pledges.return"
        then={`/${conference}/desk/pledges/${reviewed.id}`}
        seen={reviewed.version}
        fixed={{ pledge: reviewed.id }}
      >
        <LanguagesField
          name="note"
          label={say(language, 'return.note')}
          hint={say(language, 'return.hint')}
          rows={4}
          maxlength={4000}
          required
        />
        <Submit quiet>{say(language, 'return.do')}</Submit>
      </Form>
    </details>
  )
}
