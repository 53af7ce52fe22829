import { TextArea } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Document } from '../../delegations/documents/model.ts'
import { sayRank } from '../../delegations/terms.print.ts'
import {
  addressOfDelegation,
  addressOfDesk,
  type Desk,
  fullName,
} from '../../own-delegation/desk.tsx'
import { HandIn, Papers } from '../../own-delegation/overview/papers.tsx'
import { People, Quota } from '../../own-delegation/overview/people.tsx'
import { NotInvited, Replied, ReplyForm } from '../../own-delegation/overview/reply.tsx'
import type { Overview } from '../../own-delegation/overview.ts'
import { say } from '../words.ts'
import { type Earlier, History } from './history.tsx'
import { InvitationForm, InvitationTerms, QuotaForm } from './invitation.tsx'

interface Props {
  desk: Desk
  overview: Overview
  past: readonly Earlier[]
  decides: boolean
}

/** One delegation as the secretariat works on it. */
export function OnePage(props: Props) {
  const { desk, overview, decides, past } = props
  const { conference, today, viewer } = desk
  const { language } = viewer
  const { party, delegation, rules } = overview
  const title = fullName(party, today, language)
  const here = addressOfDesk(conference, party.code)
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: addressOfDesk(conference), label: say(language, 'all') },
        { href: '', label: title },
      ]}
    >
      <p>
        <a href={hrefOf(language, addressOfDelegation(conference, party.code))}>
          {say(language, 'one.own-page')}
        </a>
      </p>
      <section id="invitation">
        <h2>{say(language, 'column.invitation')}</h2>
        {delegation ? (
          <InvitationTerms desk={desk} delegation={delegation} />
        ) : (
          <NotInvited desk={desk} />
        )}
        {decides && delegation && (
          <>
            <Writings desk={desk} overview={overview} />
            <Fold
              viewer={viewer}
              command="delegations.change-invitation"
              label={say(language, 'invitation.change')}
            >
              <InvitationForm desk={desk} delegation={delegation} />
            </Fold>
          </>
        )}
      </section>
      <section id="reply">
        <h2>{say(language, 'reply')}</h2>
        <Replied desk={desk} delegation={delegation} />
        {decides && (
          <Fold viewer={viewer} command="delegations.reply" label={say(language, 'reply.record')}>
            <ReplyForm desk={desk} delegation={delegation} party={party.code} then={here} records />
          </Fold>
        )}
      </section>
      <Part id="documents">
        <h2>{say(language, 'documents')}</h2>
        <Papers
          desk={desk}
          documents={overview.documents}
          {...(decides && {
            each: (document) => (
              <Decide desk={desk} document={document} then={`${here}#documents`} />
            ),
          })}
        />
      </Part>
      {decides && delegation && (
        <Fold
          viewer={viewer}
          command="delegations.hand-in-document"
          label={say(language, 'documents.send')}
        >
          <HandIn desk={desk} party={party.code} then={`${here}#documents`} />
        </Fold>
      )}
      <section id="people">
        <h2>{say(language, 'people')}</h2>
        <p class="label">
          {say(language, 'head-rank')}: {sayRank(language, rules.headRank)}
        </p>
        <Quota desk={desk} overview={overview} />
        <People
          desk={desk}
          members={overview.members}
          at={(one) =>
            decides
              ? `/${conference}/desk/accreditation/${one.id}`
              : `${addressOfDelegation(conference, party.code)}/people/${one.id}`
          }
        />
        {decides && delegation && (
          <>
            <p class="deeds">
              <a
                class="btn"
                href={hrefOf(language, `${addressOfDelegation(conference, party.code)}/people/new`)}
              >
                {say(language, 'people.add')}
              </a>
              <a
                class="btn"
                href={hrefOf(language, `/${conference}/desk/accreditation?party=${party.code}`)}
              >
                {say(language, 'one.accreditation')}
              </a>
            </p>
            <Fold
              viewer={viewer}
              command="delegations.set-quota"
              label={say(language, 'quota.change')}
            >
              <QuotaForm desk={desk} delegation={delegation} />
            </Fold>
          </>
        )}
      </section>
      <History desk={desk} past={past} />
    </Frame>
  )
}

/** The ways to write to this delegation alone. */
function Writings({ desk, overview: { party, delegation } }: Pick<Props, 'desk' | 'overview'>) {
  const { language } = desk.viewer
  const what = delegation?.state === 'sent' ? 'remind' : 'invite'
  if (!delegation || delegation.state === 'answered') return null
  return (
    <p>
      <a
        class="btn"
        href={hrefOf(
          language,
          `${addressOfDesk(desk.conference)}/write?what=${what}&${party.code}=on`,
        )}
      >
        {say(language, `${what}.title`)}
      </a>
    </p>
  )
}

function Decide({ desk, document, then }: { desk: Desk; document: Document; then: string }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const fixed = { conference, document: document.id }
  return (
    <div class="deeds">
      <Deed
        viewer={viewer}
        command="delegations.verify-document"
        of={document.id}
        then={then}
        fixed={fixed}
        quiet={false}
        label={say(language, 'documents.verify')}
      />
      <Fold
        viewer={viewer}
        command="delegations.decline-document"
        of={document.id}
        button
        label={say(language, 'documents.decline')}
      >
        <Form
          viewer={viewer}
          command="delegations.decline-document"
          of={document.id}
          then={then}
          fixed={fixed}
        >
          <TextArea
            name="reason"
            label={say(language, 'reason')}
            hint={say(language, 'reason.hint')}
            maxlength={1000}
            rows={2}
            required
          />
          <Submit quiet>{say(language, 'documents.decline')}</Submit>
        </Form>
      </Fold>
    </div>
  )
}
