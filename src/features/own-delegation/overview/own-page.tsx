import type { Child } from 'hono/jsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { sendsPeople } from '../../delegations/invitations/model.ts'
import { isClosed } from '../../delegations/rules.model.ts'
import { sayClosing, sayDates, sayPlace, sayRank } from '../../delegations/terms.print.ts'
import { addressOfDelegation, type Desk, fullName } from '../desk.tsx'
import type { Overview } from '../overview.ts'
import { Terms } from '../pages/terms.tsx'
import { stepsOf } from '../steps.ts'
import { say } from '../words.ts'
import { HandIn, Papers } from './papers.tsx'
import { People, Quota } from './people.tsx'
import { NotInvited, Replied, ReplyForm } from './reply.tsx'
import { Steps } from './steps.tsx'

interface Props {
  desk: Desk
  overview: Overview
  /** Whether the reader may do more than read. */
  writes: boolean
}

/** Everything that a delegation has to do with a conference: its reply, its people, the note that names them. */
export function OwnPage({ desk, overview, writes, children }: Props & { children?: Child }) {
  const { viewer, conference, today, zone } = desk
  const { language } = viewer
  const { outline, party, rules, delegation } = overview
  const base = addressOfDelegation(conference, party.code)
  const title = fullName(party, today, language)
  return (
    <Frame place={desk} title={title} steps={[{ href: '', label: say(language, 'delegation') }]}>
      <Terms
        of={[
          [say(language, 'dates'), sayDates(language, outline)],
          [say(language, 'place'), sayPlace(language, outline)],
          [say(language, 'head-rank'), sayRank(language, rules.headRank)],
          [say(language, 'closes'), sayClosing(language, rules, zone)],
        ]}
      />
      {delegation === null ? (
        <NotInvited desk={desk} />
      ) : (
        <>
          <Part id="steps">
            <h2>{say(language, 'steps')}</h2>
            <Steps desk={desk} base={base} steps={stepsOf({ ...overview, delegation, zone })} />
          </Part>
          <section id="reply">
            <h2>{say(language, 'reply')}</h2>
            <Replied desk={desk} delegation={delegation} />
            {writes && (
              <Fold
                viewer={viewer}
                command="delegations.reply"
                label={say(language, delegation.reply ? 'reply.change' : 'reply.send')}
                open={delegation.reply === null}
              >
                <ReplyForm {...{ desk, delegation }} party={party.code} then={base} />
              </Fold>
            )}
          </section>
          <PeoplePart {...{ desk, overview, writes }} />
          <section id="documents">
            <h2>{say(language, 'documents')}</h2>
            <Papers desk={desk} documents={overview.documents} />
            {writes && (
              <Fold
                viewer={viewer}
                command="delegations.hand-in-document"
                label={say(language, 'documents.send')}
                open={overview.documents.length === 0 && rules.needsDocument}
              >
                <HandIn desk={desk} party={party.code} then={`${base}#documents`} />
              </Fold>
            )}
          </section>
        </>
      )}
      {children}
    </Frame>
  )
}

function PeoplePart({ desk, overview, writes }: Props) {
  const { viewer, conference, zone, now } = desk
  const { language } = viewer
  const { party, rules, delegation, members } = overview
  const base = addressOfDelegation(conference, party.code)
  const closed = isClosed(rules, zone, now)
  const sends = delegation !== null && sendsPeople(delegation)
  const inHand = members.filter(({ state }) => state === 'draft' || state === 'returned')
  return (
    <section id="people">
      <h2>{say(language, 'people')}</h2>
      {!sends && <Notice>{say(language, 'people.sends-nobody')}</Notice>}
      {closed && <Notice tone="warning">{say(language, 'people.closed')}</Notice>}
      <Quota desk={desk} overview={overview} />
      <People desk={desk} members={members} />
      {writes && sends && !closed && (
        <div class="deeds">
          <a class="btn" href={hrefOf(language, `${base}/people/new`)}>
            {say(language, 'people.add')}
          </a>
          {inHand.length > 0 && (
            <Deed
              viewer={viewer}
              command="delegations.submit"
              then={`${base}#people`}
              fixed={{ conference, party: party.code }}
              quiet={false}
              label={`${say(language, 'people.submit')} (${inHand.length})`}
            />
          )}
        </div>
      )}
    </section>
  )
}
