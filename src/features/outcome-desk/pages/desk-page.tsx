import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { DateField, TimeField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { type LettersOnTheirWay, LettersProgress } from '../../../ui/progress.tsx'
import { SIDES, type Side } from '../../conferences/settings.model.ts'
import { canMove, isPublic } from '../../outcome-documents/model.ts'
import { Day, DayOf, Deadline, StateMark } from '../../outcome-documents/pages/marks.tsx'
import { Positions } from '../../outcome-documents/pages/positions.tsx'
import type { AtWork, PartyChoice } from '../../outcome-documents/shown.ts'
import type { ReachingMany } from '../reaching-many.ts'
import { say } from '../words.ts'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { PositionForm } from './position-form.tsx'
import { Proposals } from './proposals.tsx'
import { SettingsForm } from './settings.tsx'

export interface DeskFacts {
  work: AtWork
  parties: readonly PartyChoice[]
  listed: readonly PartyChoice[]
  /** For which sides the reader signs. */
  sides: readonly Side[]
  /** Versions of what the forms change. */
  seen: { settings: string; silence: string; draft: string; last: string }
  today: string
  /** How far the letters about it are. */
  ways: readonly LettersOnTheirWay<ReachingMany>[]
}

interface Props {
  viewer: FormReader
  facts: DeskFacts
}

/** A document for those who draft it and lead its procedures. */
export function DeskPage({ viewer, facts }: Props) {
  const { language } = viewer
  const { work } = facts
  const { conference, document, settings, zone, state, deadline } = work
  return (
    <>
      <p>
        <a href={hrefOf(language, `/${conference}/desk/outcome`)}>{say(language, 'back')}</a>
      </p>
      <h1>{readingOf(settings.name, language).value}</h1>
      <Part id="state">
        <p>
          <StateMark state={state} language={language} />
          {work.adoptedOn !== null && (
            <>
              {' · '}
              {say(language, 'adopted-on')} <Day day={work.adoptedOn} language={language} />
              {' · '}
              <a href={hrefOf(language, `/${conference}/outcome/${document}`)}>
                {say(language, 'see')}
              </a>
            </>
          )}
        </p>
        {(state === 'silence' || state === 'agreed') && deadline && (
          <Deadline at={deadline} language={language} zone={zone} />
        )}
      </Part>
      <LettersProgress
        language={language}
        ways={facts.ways}
        label={(action) => say(language, `under-way.${action}`)}
      />
      <Deeds viewer={viewer} facts={facts} />
      <Drafts viewer={viewer} facts={facts} />
      {!isPublic(state) && <SignOffs viewer={viewer} facts={facts} />}
      <Part id="proposals">
        <Proposals viewer={viewer} work={work} answers />
      </Part>
      {isPublic(state) && (
        <>
          <Part id="positions">
            <Positions positions={work.positions} growth={work.growth} language={language} />
          </Part>
          <Notes work={work} viewer={viewer} />
          {state === 'adopted' && (
            <details>
              <summary>{say(language, 'position.record')}</summary>
              <PositionForm
                viewer={viewer}
                work={work}
                today={facts.today}
                parties={facts.parties}
                then={`/${conference}/desk/outcome/${document}`}
              />
            </details>
          )}
        </>
      )}
      <History work={work} viewer={viewer} />
      <details>
        <summary>{say(language, 'settings')}</summary>
        <SettingsForm
          {...{ viewer, conference, document, settings, listed: facts.listed }}
          seen={facts.seen.settings}
        />
      </details>
    </>
  )
}

/** What may be done now: nothing that would be refused is offered. */
function Deeds({ viewer, facts: { work, seen, today } }: Props) {
  const { language } = viewer
  const { conference, document, state, drafts, draft } = work
  const fixed = { conference, document }
  const [last] = drafts
  const hasNews = last !== undefined && last.number !== draft
  return (
    <div class="deeds">
      {canMove(state, 'draft') && (
        <a
          class="btn btn-primary"
          href={hrefOf(language, `/${conference}/desk/outcome/${document}/draft`)}
        >
          {say(language, 'write')}
        </a>
      )}
      {canMove(state, 'circulate') && hasNews && (
        <Deed
          viewer={viewer}
          command="outcome-documents.circulate"
          fixed={fixed}
          seen={seen.last}
          label={say(language, 'circulate', { number: last.number })}
          confirm={say(language, 'circulate.ask')}
        />
      )}
      {canMove(state, 'begin-silence') && (
        <details class="confirm">
          <summary class="btn">{say(language, 'begin-silence')}</summary>
          <Form
            viewer={viewer}
            command="outcome-documents.begin-silence"
            seen={seen.silence}
            fixed={fixed}
          >
            <DateField name="day" label={say(language, 'silence.day')} required />
            <TimeField
              name="time"
              label={say(language, 'silence.time')}
              hint={say(language, 'silence.zone')}
              required
            />
            <Submit>{say(language, 'begin-silence')}</Submit>
          </Form>
        </details>
      )}
      {canMove(state, 'stop-silence') && (
        <Deed
          viewer={viewer}
          command="outcome-documents.stop-silence"
          fixed={fixed}
          label={say(language, 'stop-silence')}
          confirm={say(language, 'stop-silence.ask')}
        />
      )}
      {canMove(state, 'adopt') && (
        <details class="confirm">
          <summary class="btn">{say(language, 'adopt')}</summary>
          <p>{say(language, 'adopt.ask')}</p>
          <Form
            viewer={viewer}
            command="outcome-documents.adopt"
            seen={seen.draft}
            fixed={fixed}
            keep={false}
          >
            <DateField name="on" label={say(language, 'adopted-on')} value={today} required />
            <Submit>{say(language, 'adopt')}</Submit>
          </Form>
        </details>
      )}
      {(['close', 'reopen'] as const).map(
        (deed) =>
          canMove(state, deed) && (
            <Deed
              viewer={viewer}
              command={`outcome-documents.${deed}`}
              fixed={fixed}
              label={say(language, deed)}
            />
          ),
      )}
    </div>
  )
}

function Drafts({ viewer: { language }, facts: { work } }: Props) {
  const { conference, document, drafts, zone, draft } = work
  const base = `/${conference}/outcome/${document}/drafts`
  return (
    <section>
      <h2>{say(language, 'drafts')}</h2>
      {drafts.length === 0 && <Empty>{say(language, 'drafts.none')}</Empty>}
      <ol reversed>
        {drafts.map(({ number, at, circulatedAt }) => (
          <li value={number}>
            <a href={hrefOf(language, `${base}/${number}`)}>{say(language, 'draft', { number })}</a>
            {' · '}
            <DayOf at={circulatedAt ?? at} language={language} zone={zone} />
            {' · '}
            {say(language, circulatedAt ? 'circulated' : 'not-circulated')}
            {number === draft && (
              <>
                {' · '}
                <strong>{say(language, 'current')}</strong>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function SignOffs({ viewer, facts: { work, sides, seen } }: Props) {
  const { language } = viewer
  const { settings, signed, missing, conference, document, draft, zone } = work
  const asked = SIDES.filter((side) => settings.signOffs[side] > 0)
  if (asked.length === 0 || draft === null) return null
  return (
    <section>
      <h2>{say(language, 'sign-offs')}</h2>
      <ul>
        {asked.map((side) => (
          <li>
            {say(language, `side.${side}`)}
            {signed
              .filter((one) => one.side === side)
              .map(({ name, at }) => (
                <>
                  {' · '}
                  <bdi>{name ?? ''}</bdi> <DayOf at={at} language={language} zone={zone} />
                </>
              ))}
            {missing[side] > 0 && (
              <>
                {' · '}
                {say(language, 'sign-offs.missing', { count: missing[side] })}
              </>
            )}{' '}
            {sides.includes(side) && missing[side] > 0 && (
              <Deed
                viewer={viewer}
                command="outcome-documents.sign-off"
                of={side}
                seen={seen.draft}
                fixed={{ conference, document, side }}
                label={say(language, 'sign-off')}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
