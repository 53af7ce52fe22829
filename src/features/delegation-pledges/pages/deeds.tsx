import type { Child } from 'hono/jsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { canMove } from '../../pledges/life.model.ts'
import type { Desk } from '../desk.tsx'
import type { OwnFacts } from '../own.ts'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  own: OwnFacts
  /** The address of the page. */
  at: string
}

/** What its author can do with a pledge now; what cannot be done is not offered. */
export function Deeds({ desk, own, at }: Props) {
  const { language } = desk.viewer
  const { state, isAuthor, isPublic, problems } = own
  if (!isAuthor && !isPublic) return null
  const writes = isAuthor && (canMove(state, 'revise') || canMove(state, 'amend'))
  const reports = isPublic && state !== 'withdrawn'
  const ways: Child[] = [
    ...(writes
      ? [<Way href={hrefOf(language, `${at}/write`)}>{say(language, 'write.on')}</Way>]
      : []),
    ...(reports
      ? [<Way href={hrefOf(language, `${at}/report`)}>{say(language, 'report')}</Way>]
      : []),
    ...(isPublic
      ? [<Way href={hrefOf(language, `${at}/reply`)}>{say(language, 'reply')}</Way>]
      : []),
  ]
  return (
    <section class="deeds-block" aria-label={say(language, 'deeds')}>
      <div class="deeds">
        {isAuthor && canMove(state, 'submit') && problems.length === 0 && (
          <Submitting desk={desk} own={own} at={at} />
        )}
        {isAuthor && canMove(state, 'submit') && <Inviting desk={desk} own={own} at={at} />}
        {ways}
        {isAuthor && canMove(state, 'recall') && (
          <Deed
            viewer={desk.viewer}
            command="pledges.recall"
            then={at}
            fixed={{ pledge: own.id }}
            label={say(language, 'recall')}
          />
        )}
      </div>
      {isAuthor && isPublic && own.isWritten && state === 'announced' && (
        <Amending desk={desk} own={own} at={at} />
      )}
      {isAuthor && canMove(state, 'withdraw') && <Withdrawing desk={desk} own={own} at={at} />}
    </section>
  )
}

const Way = ({ href, children }: { href: string; children?: Child }) => (
  <a class="btn" href={href}>
    {children}
  </a>
)

const Submitting = ({ desk: { viewer }, own, at }: Props) => (
  <Deed
    viewer={viewer}
    command="pledges.submit"
    then={at}
    seen={own.written ?? ''}
    fixed={{ pledge: own.id }}
    label={say(viewer.language, 'submit')}
    quiet={false}
  />
)

/** Partners are asked, or asked anew, where somebody has not answered to what stands now. */
function Inviting({ desk: { viewer }, own, at }: Props) {
  if (own.state !== 'draft' || own.problems.some(({ path: [first] }) => first === 'partners')) {
    return null
  }
  return (
    <Deed
      viewer={viewer}
      command="pledges.invite-partners"
      then={at}
      seen={own.written ?? ''}
      fixed={{ pledge: own.id }}
      label={say(viewer.language, 'invite')}
    />
  )
}

/** Announces what was written of an amendment, with a word of why. */
function Amending({ desk: { viewer }, own, at }: Props) {
  const { language } = viewer
  return (
    <div class="deeds-form">
      <h2>{say(language, 'amend')}</h2>
      <p class="label">{say(language, 'amend.note')}</p>
      <Form
        viewer={viewer}
        command="pledges.amend-as-written"
        then={at}
        seen={own.written ?? ''}
        fixed={{ pledge: own.id, hand: own.hand ?? 'author' }}
      >
        <LanguagesField
          name="why"
          label={say(language, 'amend.why')}
          rows={2}
          maxlength={2000}
          required
        />
        <Submit>{say(language, 'amend.do')}</Submit>
      </Form>
      <Deed
        viewer={viewer}
        command="pledges.discard-changes"
        then={at}
        fixed={{ pledge: own.id, hand: own.hand ?? 'author' }}
        label={say(language, 'discard')}
        confirm={say(language, 'discard.sure')}
      />
    </div>
  )
}

function Withdrawing({ desk: { viewer }, own, at }: Props) {
  const { language } = viewer
  return (
    <details class="confirm">
      <summary class="btn">{say(language, own.isPublic ? 'withdraw' : 'withdraw.draft')}</summary>
      <p>{say(language, own.isPublic ? 'withdraw.sure' : 'withdraw.draft.sure')}</p>
      <Form
        viewer={viewer}
        command="pledges.withdraw"
        then={at}
        seen={own.version}
        fixed={{ pledge: own.id }}
      >
        <LanguagesField
          name="note"
          label={say(language, 'withdraw.note')}
          rows={2}
          maxlength={2000}
        />
        <Submit quiet>{say(language, own.isPublic ? 'withdraw' : 'withdraw.draft')}</Submit>
      </Form>
    </details>
  )
}
