import type { PartyCode } from '../../../kernel/ids.ts'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { canMove, standingOf } from '../../brokering/life.model.ts'
import { type Asked, LONGEST, type Proposal } from '../../brokering/model.ts'
import { sayStanding } from '../../brokering/terms.print.ts'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

/** What a party answers: yes to its share as it is worded, another wording, or no part. */
export function AnswerForm({
  desk,
  proposal,
  party,
  asked,
  here,
}: {
  desk: Desk
  proposal: Proposal
  party: PartyCode
  asked: readonly Asked[]
  here: string
}) {
  const { viewer } = desk
  const { language } = viewer
  const own = asked.find((one) => one.party === party)
  if (!own || !canMove(proposal.state, 'answer')) return null
  const standing = standingOf(proposal, own)
  const { conference, id, version } = proposal
  const common = { viewer, fixed: { conference, proposal: id, party, version } }
  return (
    <section class="deeds-block space-y-2" aria-labelledby="answer">
      <h2 id="answer">{say(language, 'own.answer')}</h2>
      {standing === 'awaited' ? (
        <p>{say(language, 'own.answer.text')}</p>
      ) : (
        <Notice tone={standing === 'void' ? 'warning' : 'plain'}>
          {standing === 'void' ? say(language, 'own.void') : sayStanding(language, standing)}
        </Notice>
      )}
      {standing !== 'consents' && (
        <Deed
          {...common}
          then={here}
          command="brokering.consent"
          label={say(language, 'consent.do')}
          quiet={false}
        />
      )}
      <Fold viewer={viewer} command="brokering.ask-change" label={say(language, 'change')} button>
        <Form {...common} then={here} command="brokering.ask-change">
          <TextArea
            name="words"
            label={say(language, 'change.words')}
            hint={say(language, 'words.desk-only')}
            required
            maxlength={LONGEST}
          />
          <Submit>{say(language, 'change.do')}</Submit>
        </Form>
      </Fold>
      {standing !== 'declines' && (
        <Fold viewer={viewer} command="brokering.decline" label={say(language, 'decline')} button>
          <Form {...common} then={here} command="brokering.decline">
            <TextArea
              name="words"
              label={say(language, 'decline.words')}
              hint={say(language, 'words.desk-only')}
              maxlength={LONGEST}
            />
            <Submit>{say(language, 'decline')}</Submit>
          </Form>
        </Fold>
      )}
    </section>
  )
}
