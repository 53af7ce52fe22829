import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi, BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { firstDayOf, type PledgeId } from '../../pledges/model.ts'
import { sayVoice } from '../../pledges/pages/says.tsx'
import type { Namesake } from '../../pledges/terms/public.ts'
import type { Observation } from '../observations/model.ts'
import type { Reply } from '../replies/model.ts'
import { say } from '../words.ts'
import { Coded, type Desk, Line, PartyName, Said } from './marks.tsx'
import { Replies } from './reply.tsx'

/** Statements with what is replied to each. */
export interface StatementDesk extends Desk {
  replies: readonly Reply[]
  /** Pledges that a statement names, by identifier. */
  pledges: ReadonlyMap<PledgeId, Namesake>
}

/** What somebody says: who and when, what it comes to in our words, how we read it, and where it was found. */
export function Statement({
  desk,
  said,
  pledge = null,
}: {
  desk: StatementDesk
  said: Observation
  /** The pledge on whose page it stands, or under whose name. */
  pledge?: PledgeId | null
}) {
  const { language } = desk
  const others = said.pledges.filter((id) => id !== pledge)
  return (
    <li class="border-t border-base-300 py-4" id={said.id}>
      <p class="label mb-1">
        <Who desk={desk} said={said} />
      </p>
      <p class="mb-1">
        <Said text={said.note} language={language} />
      </p>
      <Mapped desk={desk} said={said} />
      {said.parties.length > 0 && (
        <Line language={language} label={say(language, 'about')}>
          <Several of={said.parties.map((code) => <PartyName desk={desk} code={code} />)} />
        </Line>
      )}
      {pledge && others.length > 0 && (
        <Line language={language} label={say(language, 'together')}>
          <Several
            of={[pledge, ...others].map((id) => <PledgeName desk={desk} id={id} here={pledge} />)}
          />
        </Line>
      )}
      <SourceLink source={said.source} language={language} />
      <Replies
        desk={desk}
        replies={desk.replies.filter(
          ({ subject }) => subject.kind === 'observation' && subject.id === said.id,
        )}
      />
    </li>
  )
}

const Several = ({ of: parts }: { of: readonly Child[] }) =>
  parts.map((part, i) => (
    <>
      {i > 0 && BETWEEN}
      {part}
    </>
  ))

const PledgeName = ({ desk, id, here }: { desk: StatementDesk; id: PledgeId; here: PledgeId }) => {
  const pledge = desk.pledges.get(id)
  if (id === here || !pledge) return <Identifier>{id}</Identifier>
  return (
    <a href={hrefOf(desk.language, `/pledges/${id}`)}>
      <Title text={pledge.title} language={desk.language} />
    </a>
  )
}

/** Whose words, in which voice, and of which day. */
function Who({ desk, said }: { desk: StatementDesk; said: Observation }) {
  const { language } = desk
  const { author, by, on, voice, channel } = said
  const day = on === null ? desk.today : firstDayOf(on)
  const who: Child[] = [
    ...(author ? [<Bdi>{author}</Bdi>] : []),
    ...by.map((code) => <PartyName desk={desk} code={code} day={day} />),
    `${sayVoice(language, voice)}${channel ? ` (${say(language, 'in-parliament')})` : ''}`,
    on ? <time datetime={on}>{sayPartialDay(language, on)}</time> : say(language, 'undated'),
  ]
  return <Several of={who} />
}

/** How the words are read on a scale, and by whom: ours are marked as ours. */
function Mapped({ desk: { language }, said }: { desk: Desk; said: Observation }) {
  const { verdict, selfReport } = said
  return (
    <>
      {verdict && (
        <Line language={language} label={say(language, `mapped.${verdict.mappedBy}`)}>
          <Coded language={language} of={`point.${verdict.point}`} />
        </Line>
      )}
      {selfReport && (
        <Line language={language} label={say(language, `self.${selfReport.mappedBy}`)}>
          <Coded language={language} of={`self.${selfReport.stage}`} />
        </Line>
      )}
    </>
  )
}
