import { sayDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import { Choose } from '../../../ui/form/choices.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf, Menu } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { type LettersOnTheirWay, LettersProgress } from '../../../ui/progress.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { sayDocumentState, sayInvitation, sayMode, sayRank } from '../../delegations/terms.print.ts'
import { addressOfDesk, type Desk, shortName } from '../../own-delegation/desk.tsx'
import { say } from '../words.ts'
import { FILTERS, type Filter, type Line, type ReachingMany } from './lines.ts'

interface Props {
  desk: Desk
  /** Those of the filter, as the reader's alphabet has them. */
  lines: readonly Line[]
  filter: Filter
  /** How far the letters are that go to many. */
  ways: readonly LettersOnTheirWay<ReachingMany>[]
  /** How many there are of each filter. */
  counts: Readonly<Record<Filter, number>>
  /** Whether the reader may write to them. */
  decides: boolean
}

/** All delegations of a conference: who was invited, who answered what, and what is still missing. */
export function ListPage(props: Props) {
  const { desk, lines, ways, filter, counts, decides } = props
  const { language } = desk.viewer
  const base = addressOfDesk(desk.conference)
  const href = (one: Filter) => hrefOf(language, one === 'all' ? base : `${base}?show=${one}`)
  return (
    <Frame
      place={desk}
      title={say(language, 'all')}
      steps={[
        { href: `/${desk.conference}/desk`, label: say(language, 'desk') },
        { href: '', label: say(language, 'all') },
      ]}
    >
      <LettersProgress
        language={language}
        ways={ways}
        label={(action) => say(language, `under-way.${action}`)}
      />
      {decides && <Steps {...props} />}
      <Part id="delegations" class="filtered">
        <Menu
          label={say(language, 'all.filter')}
          here={href(filter)}
          steps={FILTERS.filter((one) => one === 'all' || one === filter || counts[one] > 0).map(
            (one) => ({
              href: href(one),
              label: `${say(language, `filter.${one}`)} (${sayNumber(language, counts[one])})`,
            }),
          )}
        />
        {lines.length === 0 ? (
          <Empty>{say(language, counts.all === 0 ? 'all.none' : 'all.none-such')}</Empty>
        ) : (
          <Chosen {...props} />
        )}
      </Part>
    </Frame>
  )
}

function Steps({ desk, counts }: Props) {
  const { language } = desk.viewer
  const base = addressOfDesk(desk.conference)
  return (
    <div class="deeds">
      <a class="btn" href={hrefOf(language, `${base}/prepare`)}>
        {say(language, 'prepare')}
      </a>
      {counts.ready > 0 && (
        <a class="btn btn-primary" href={hrefOf(language, `${base}/write?what=invite&all=1`)}>
          {say(language, 'invite.all')} ({sayNumber(language, counts.ready)})
        </a>
      )}
      {counts['no-reply'] > 0 && (
        <a class="btn" href={hrefOf(language, `${base}/write?what=remind&all=1`)}>
          {say(language, 'remind.all')} ({sayNumber(language, counts['no-reply'])})
        </a>
      )}
      <a class="btn" href={hrefOf(language, `${base}/rules`)}>
        {say(language, 'rules')}
      </a>
    </div>
  )
}

/** The list; some of it can be chosen to be written to. */
function Chosen({ desk, lines, decides }: Props) {
  const { language } = desk.viewer
  const table = (
    <Table
      caption={<span class="sr-only">{say(language, 'all')}</span>}
      columns={[
        say(language, 'column.party'),
        say(language, 'column.invitation'),
        say(language, 'column.reply'),
        say(language, 'column.people'),
        say(language, 'column.document'),
      ]}
      rows={lines.map((line) => [
        <Name desk={desk} line={line} choose={decides} />,
        <Invitation desk={desk} line={line} />,
        <ReplyCell desk={desk} line={line} />,
        <PeopleCell desk={desk} line={line} />,
        line.document ? sayDocumentState(language, line.document) : '–',
      ])}
    />
  )
  if (!decides) return table
  return (
    <form method="get" action={hrefOf(language, `${addressOfDesk(desk.conference)}/write`)}>
      {table}
      <p class="deeds">
        <button class="btn" type="submit" name="what" value="invite">
          {say(language, 'invite.chosen')}
        </button>
        <button class="btn" type="submit" name="what" value="remind">
          {say(language, 'remind.chosen')}
        </button>
      </p>
    </form>
  )
}

function Name({ desk, line: { party }, choose }: { desk: Desk; line: Line; choose: boolean }) {
  const { language } = desk.viewer
  const name = shortName(party, desk)
  return (
    <span class="chosen-line">
      {choose && <Choose name={party.code} label={`${say(language, 'choose')} ${name}`} />}
      <a href={hrefOf(language, addressOfDesk(desk.conference, party.code))}>{name}</a>
    </span>
  )
}

function Invitation({ desk, line: { delegation, letters } }: { desk: Desk; line: Line }) {
  const { language } = desk.viewer
  const { invitation, state, sentAt } = delegation
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(desk.zone).toPlainDate().toString()
  return (
    <>
      {sayInvitation(language, invitation ? state : null)}
      {sentAt && (
        <>
          {BETWEEN}
          {sayDay(language, dayOf(sentAt))}
        </>
      )}
      {state === 'prepared' && invitation?.addresses.length === 0 && (
        <>
          {BETWEEN}
          {say(language, 'letters.no-address')}
        </>
      )}
      {letters.waiting > 0 && (
        <>
          {BETWEEN}
          {say(language, 'letters.waiting')}
        </>
      )}
      {letters.failed > 0 && (
        <>
          {BETWEEN}
          <strong>{say(language, 'letters.failed')}</strong>
        </>
      )}
    </>
  )
}

function ReplyCell({ desk, line: { delegation } }: { desk: Desk; line: Line }) {
  const { language } = desk.viewer
  const { reply } = delegation
  if (!reply) return <>–</>
  return (
    <>
      {sayMode(language, reply.mode)}
      {reply.level && (
        <>
          {BETWEEN}
          {sayRank(language, reply.level)}
        </>
      )}
    </>
  )
}

function PeopleCell({ desk, line: { used, quota, submitted } }: { desk: Desk; line: Line }) {
  const { language } = desk.viewer
  return (
    <>
      <bdi>
        {sayNumber(language, used)}/{sayNumber(language, quota)}
      </bdi>
      {submitted > 0 && (
        <>
          {BETWEEN}
          {say(language, 'column.submitted')} {sayNumber(language, submitted)}
        </>
      )}
    </>
  )
}
