import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import { ChoiceField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title, Wording } from '../../conferences/pages/facts.tsx'
import type { Desk } from '../../delegation-pledges/desk.tsx'
import { addressOfPledges } from '../../delegation-pledges/model.ts'
import { Frame } from '../../delegation-pledges/pages/frame.tsx'
import { OneAssessment } from '../../followup/pages/assessment.tsx'
import { Replies } from '../../followup/pages/reply.tsx'
import { sayReply } from '../../followup/pages/says.tsx'
import { Statement } from '../../followup/pages/statement.tsx'
import { KINDS, type Subject } from '../../followup/replies/model.ts'
import { Day } from '../../pledges/pages/names.tsx'
import { sayLevel, sayStage, sayVoice } from '../../pledges/pages/says.tsx'
import type { Entries, Told } from '../entries.ts'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  entries: Entries
}

/** The right of reply: a delegation confirms, comments, disputes or asks for correction, entry by entry. */
export function ReplyPage({ desk, entries }: Props) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const own = `${addressOfPledges(conference, party)}/${entries.id}`
  const shown = { ...entries, language }
  return (
    <Frame
      desk={desk}
      title={say(language, 'reply')}
      steps={[
        { href: hrefOf(language, own), label: entries.id },
        { href: '', label: say(language, 'reply') },
      ]}
    >
      <p class="lead">{say(language, 'reply.lead')}</p>
      <Part id="entries">
        <h2>
          <Title text={entries.terms.title} language={language} />
        </h2>
        <p class="label">
          <a href={hrefOf(language, `/pledges/${entries.id}`)}>
            <Identifier>{entries.id}</Identifier>
          </a>
        </p>
        <p>
          <Wording text={entries.terms.summary} language={language} />
        </p>
        <Replies desk={shown} replies={repliesOn(entries, 'pledge', entries.id)} />
        <Confirming desk={desk} entries={entries} />
        <Replying desk={desk} entries={entries} subject={{ kind: 'pledge', id: entries.id }} />
        <Group title={say(language, 'assessments')} of={entries.assessments}>
          {(one) => (
            <>
              <ul class="list-none ps-0">
                <OneAssessment desk={shown} assessment={one} replies={entries.replies} />
              </ul>
              <Commenting desk={desk} entries={entries} assessment={one} />
            </>
          )}
        </Group>
        <Group title={say(language, 'statements')} of={entries.observations}>
          {(one) => (
            <>
              <ul class="list-none ps-0">
                <Statement desk={shown} said={one} pledge={entries.id} />
              </ul>
              <Replying
                desk={desk}
                entries={entries}
                subject={{ kind: 'observation', id: one.id }}
              />
            </>
          )}
        </Group>
        <Group title={say(language, 'events')} of={entries.events}>
          {(one) => (
            <div class="part-row">
              <Event desk={desk} told={one} />
              <Replies desk={shown} replies={repliesOn(entries, 'event', one.id)} />
              <Replying desk={desk} entries={entries} subject={{ kind: 'event', id: one.id }} />
            </div>
          )}
        </Group>
      </Part>
    </Frame>
  )
}

const repliesOn = ({ replies }: Entries, kind: Subject['kind'], id: string) =>
  replies.filter(({ subject }) => subject.kind === kind && subject.id === id)

function Group<One>({
  title,
  of,
  children,
}: {
  title: string
  of: readonly One[]
  children: (one: One) => Child
}) {
  if (of.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {of.map((one) => (
        <div class="mb-6">{children(one)}</div>
      ))}
    </section>
  )
}

/** What was reported, when and by whom. */
function Event({ desk: { viewer }, told: { event } }: { desk: Desk; told: Told }) {
  const { language } = viewer
  return (
    <p class="mb-1">
      {'stage' in event ? sayStage(language, event.stage) : sayLevel(language, event.level)}
      {BETWEEN}
      {event.on ? <Day language={language} day={event.on} /> : say(language, 'undated')}
      <span class="label">
        {BETWEEN}
        {sayVoice(language, event.voice)}
        {event.source && (
          <>
            {BETWEEN}
            <bdi>{event.source.publisher}</bdi>
          </>
        )}
      </span>
    </p>
  )
}

const addressOf = ({ conference, party }: Desk, { id }: Entries) =>
  `${addressOfPledges(conference, party)}/${id}/reply`

/** The entry says what the delegation promised. */
function Confirming({ desk, entries }: Props) {
  const { language } = desk.viewer
  if (entries.confirmed) return <p class="label">{say(language, 'confirmed')}</p>
  return (
    <Deed
      viewer={desk.viewer}
      command="pledges.confirm"
      then={addressOf(desk, entries)}
      fixed={{ pledge: entries.id, party: desk.party }}
      label={say(language, 'confirm')}
      quiet={false}
    />
  )
}

/** What the delegation has to say to an entry. */
function Replying({ desk, entries, subject }: Props & { subject: Subject }) {
  const { viewer, party } = desk
  const { language } = viewer
  const kinds = KINDS.filter((kind) => kind !== 'confirm' || subject.kind !== 'pledge')
  return (
    <details class="confirm mt-4">
      <summary class="btn">{say(language, 'reply.to')}</summary>
      <Form
        viewer={viewer}
        command="followup.reply"
        of={`${subject.kind}-${subject.id}`}
        then={addressOf(desk, entries)}
        fixed={{ party, 'subject.kind': subject.kind, 'subject.id': subject.id }}
      >
        <ChoiceField
          name="kind"
          label={say(language, 'reply.kind')}
          value="comment"
          options={kinds.map((kind) => ({ value: kind, label: sayReply(language, kind) }))}
        />
        <LanguagesField
          name="words"
          label={say(language, 'reply.words')}
          hint={say(language, 'reply.hint')}
          rows={4}
          maxlength={6000}
        />
        <ChoiceField
          name="audience"
          label={say(language, 'reply.audience')}
          value="public"
          options={(['public', 'secretariat'] as const).map((value) => ({
            value,
            label: say(language, `audience.${value}`),
          }))}
        />
        <Submit>{say(language, 'reply.do')}</Submit>
      </Form>
    </details>
  )
}

/** A comment on an assessment: before it is published while there is time, and afterwards as a reply. */
function Commenting({
  desk,
  entries,
  assessment,
}: Props & { assessment: Entries['assessments'][number] }) {
  const { viewer, party, zone } = desk
  const { language } = viewer
  const { id, publishable } = assessment
  if (publishable === null) {
    return <Replying desk={desk} entries={entries} subject={{ kind: 'assessment', id }} />
  }
  const day = Temporal.Instant.from(publishable).toZonedDateTimeISO(zone).toPlainDate().toString()
  return (
    <Form
      viewer={viewer}
      command="followup.comment-assessment"
      of={id}
      then={addressOf(desk, entries)}
      fixed={{ assessment: id, party }}
    >
      <p class="label">
        {say(language, 'comment.until')}
        {say(language, 'colon')}
        <time datetime={day}>{sayDay(language, day)}</time>
      </p>
      <LanguagesField
        name="words"
        label={say(language, 'comment')}
        hint={say(language, 'comment.hint')}
        rows={4}
        maxlength={6000}
        required
      />
      <Submit>{say(language, 'comment.do')}</Submit>
    </Form>
  )
}
