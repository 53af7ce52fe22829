import { sayTimeRange } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { NumberField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Session } from '../../programme/model.ts'
import { type Arrangement, type Interpreted, NONE } from '../model.ts'
import type { Doubt } from '../shifts.ts'
import { say } from '../words.ts'

interface Props {
  viewer: FormReader
  conference: string
  sessions: readonly Session[]
  arranged: readonly Interpreted[]
  doubts: readonly Doubt[]
  /** Whoever has the role here, by account. */
  interpreters: ReadonlyMap<string, string>
  /** The account of the reader, whose own sessions stand first. */
  own: string
  /** Whether the reader keeps the matrix. */
  keeps: boolean
}

/** Sessions by languages: what is spoken, where it is interpreted, and by whom. */
export function MatrixPage(props: Props) {
  const { viewer, sessions, arranged, keeps, own, interpreters } = props
  const { language } = viewer
  const by = new Map<string, Interpreted>(arranged.map((one) => [one.session, one]))
  const mine = sessions.filter(({ id }) =>
    by.get(id)?.arrangement.booths.some((booth) => booth.interpreters.includes(own)),
  )
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'text')}</p>
      {interpreters.has(own) && (
        <section>
          <h2>{say(language, 'mine')}</h2>
          {mine.length === 0 && <Empty>{say(language, 'mine.none')}</Empty>}
          <ul>
            {mine.map((session) => (
              <li>
                <a href={`#session-${session.slug}`}>{titleOf(language, session)}</a> ·{' '}
                <When language={language} session={session} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {keeps && interpreters.size === 0 && (
        <p class="notice">{say(language, 'interpreters.none')}</p>
      )}
      {sessions.length === 0 && <Empty>{say(language, 'none')}</Empty>}
      <Part id="matrix">
        <ul class="meetings">
          {sessions.map((session) => (
            <SessionLine {...props} session={session} interpreted={by.get(session.id) ?? null} />
          ))}
        </ul>
      </Part>
    </>
  )
}

const titleOf = (language: Language, { title }: Session) => readingOf(title, language).value

const When = ({ language, session }: { language: Language; session: Session }) => (
  <>
    <time datetime={session.day}>{sayDay(language, session.day)}</time>
    {session.start !== null && (
      <>
        {BETWEEN}
        {sayTimeRange(language, session.start, session.end)}
      </>
    )}
  </>
)

function SessionLine(props: Props & { session: Session; interpreted: Interpreted | null }) {
  const { viewer, session, interpreted, doubts, interpreters, keeps } = props
  const { language } = viewer
  const arrangement = interpreted?.arrangement ?? NONE
  const own = doubts.filter((doubt) => doubt.session === session.id)
  return (
    <li class="meeting" id={`session-${session.slug}`}>
      <h3>{titleOf(language, session)}</h3>
      <p class="label">
        <When language={language} session={session} />
      </p>
      {interpreted === null ? (
        <p class="empty">{say(language, 'nothing')}</p>
      ) : (
        <>
          <p>
            <span class="label">{say(language, 'floor')}</span>{' '}
            {arrangement.floor.map((one) => LANGUAGE_NAMES[one]).join(' · ') || '–'}
          </p>
          <ul>
            {arrangement.booths.map(({ into, channel, relay, interpreters: inside }) => (
              <li>
                {LANGUAGE_NAMES[into]}
                {channel !== null && ` · ${say(language, 'channel')} ${channel}`}
                {relay !== null && ` · ${say(language, 'relay')} ${LANGUAGE_NAMES[relay]}`}
                {inside.length > 0 && (
                  <>
                    {' '}
                    <bdi>{inside.map((one) => interpreters.get(one) ?? '–').join(' · ')}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {own.map(({ kind, about }) => (
        <p class="wrong">
          <bdi>{interpreters.get(about) ?? LANGUAGE_NAMES[about as Language] ?? about}</bdi> ·{' '}
          {say(language, `doubt.${kind}`)}
        </p>
      ))}
      {keeps && <Change {...props} arrangement={arrangement} />}
    </li>
  )
}

function Change({
  viewer,
  conference,
  session,
  interpreted,
  arrangement,
  interpreters,
}: Props & { session: Session; interpreted: Interpreted | null; arrangement: Arrangement }) {
  const { language } = viewer
  const languages = LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))
  return (
    <details>
      <summary>{say(language, 'change')}</summary>
      <Form
        viewer={viewer}
        command="interpretation.arrange"
        of={session.id}
        then={`/${conference}/interpretation`}
        seen={`${interpreted?.version ?? 0}`}
        fixed={{ conference, session: session.id }}
      >
        <ChecksField
          name="arrangement.floor"
          label={say(language, 'floor')}
          values={arrangement.floor}
          options={languages}
        />
        <Rows
          name="arrangement.booths"
          stored={arrangement.booths.length}
          spare={arrangement.booths.length === 0 ? 3 : 1}
          each={(row, index) => {
            const booth = arrangement.booths[index]
            const name = (field: string) => `arrangement.booths.${row}.${field}`
            return (
              <fieldset class="field">
                <legend>
                  {say(language, 'booths')} {index + 1}
                </legend>
                <div class="columns">
                  <SelectField
                    name={name('into')}
                    label={say(language, 'into')}
                    none={say(language, 'into.none')}
                    value={booth?.into}
                    options={languages}
                  />
                  <NumberField
                    name={name('channel')}
                    label={say(language, 'channel')}
                    value={booth?.channel}
                  />
                  <SelectField
                    name={name('relay')}
                    label={say(language, 'relay')}
                    none={say(language, 'relay.none')}
                    value={booth?.relay}
                    options={languages}
                  />
                </div>
                {interpreters.size > 0 && (
                  <ChecksField
                    name={name('interpreters')}
                    label={say(language, 'interpreters')}
                    values={booth?.interpreters ?? []}
                    options={[...interpreters].map(([value, label]) => ({ value, label }))}
                  />
                )}
              </fieldset>
            )
          }}
        />
        <Submit>{say(language, 'arrange')}</Submit>
      </Form>
    </details>
  )
}
