import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChoiceField } from '../../../ui/form/choices.tsx'
import { Form, Submit, useForm } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import type { Entry } from '../desk/beside.ts'
import { MODES } from '../desk/plan.ts'
import type { Doubt } from '../understood.ts'
import { say } from '../words.ts'
import { SessionFields } from './session-fields.tsx'

export interface BesideProps {
  viewer: FormReader
  conference: { id: string; name: string }
  /** The text that was handed in. */
  text: string
  entries: readonly Entry[]
  /** Doubts about the whole text. */
  doubts: readonly Doubt[]
  /** The language and the zone of the text, as far as it says them. */
  language: Language
  zone: string | null
  /** The zone of the conference, and whether the times of the text are in it as they stand. */
  conferenceZone: string
  zonesAgree: boolean
  /** How many sessions the draft holds. */
  drafted: number
}

/** The text beside what was understood of it, line by line; each session can be corrected before anything is saved. */
export function BesidePage(props: BesideProps) {
  const { viewer, conference, text, entries, language: spoken, zone, zonesAgree } = props
  const { language } = viewer
  const home = `/${conference.id}/desk/programme`
  const rows = entries.filter(({ row }) => row !== null).length
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, home), label: say(language, 'programme') },
          { href: hrefOf(language, `${home}/import`), label: say(language, 'hand-in') },
          { href: '', label: say(language, 'beside') },
        ]}
        title={say(language, 'beside')}
      >
        <p class="lead">{say(language, 'beside.lead')}</p>
        <Overview {...props} rows={rows} />
      </DeskHead>
      {rows === 0 ? (
        <Empty>{say(language, 'beside.none')}</Empty>
      ) : (
        <Form
          viewer={viewer}
          command="programme-reader.import-programme"
          then={home}
          fixed={{
            ...{ conference: conference.id, text, language: spoken },
            ...(zonesAgree && { zone: zone ?? '' }),
          }}
          class="beside-form"
        >
          <BesideTable entries={entries} spoken={spoken} />
          <Ending {...props} />
        </Form>
      )}
      {rows === 0 && <BesideSource entries={entries} spoken={spoken} language={language} />}
    </>
  )
}

/** Where a programme cannot be read at all, and why. */
export function UnreadablePage({
  viewer,
  conference,
  why,
}: Pick<BesideProps, 'viewer' | 'conference'> & {
  why: 'empty' | 'binary' | 'encoding' | 'damaged' | 'no-text' | 'too-long'
}) {
  const { language } = viewer
  const home = `/${conference.id}/desk/programme`
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, home), label: say(language, 'programme') },
          { href: '', label: say(language, 'hand-in') },
        ]}
        title={say(language, 'unreadable')}
      />
      <Notice tone="warning">{say(language, `unreadable.${why}`)}</Notice>
      <p>
        <a class="btn" href={hrefOf(language, `${home}/import`)}>
          {say(language, 'unreadable.again')}
        </a>
      </p>
    </>
  )
}

function Overview({
  viewer,
  entries,
  doubts,
  language: spoken,
  zone,
  rows,
}: BesideProps & { rows: number }) {
  const { language } = viewer
  const unread = entries
    .filter(({ what }) => what === 'unread')
    .reduce((sum, { lines }) => sum + lines.length, 0)
  const all = [...doubts, ...entries.flatMap((entry) => entry.doubts)]
  return (
    <>
      <ul class="beside-sum">
        <li>{say(language, 'beside.sessions', { count: rows })}</li>
        <li>{say(language, 'beside.doubts', { count: all.length })}</li>
        <li>{say(language, 'beside.unread', { count: unread })}</li>
        <li>
          {say(language, 'language')}: {LANGUAGE_NAMES[spoken]}
        </li>
        <li>
          {say(language, 'zone')}: <bdi>{zone ?? '?'}</bdi>
        </li>
      </ul>
      {doubts.length > 0 && (
        <Notice tone="warning">
          {doubts.map(({ code }) => (
            <p>{say(language, `doubt.${code}`)}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

function BesideTable({ entries, spoken }: { entries: readonly Entry[]; spoken: Language }) {
  const { language } = useForm().reader
  return (
    <div class="beside">
      <div class="beside-head" aria-hidden="true">
        <span>{say(language, 'beside.source')}</span>
        <span>{say(language, 'beside.understood')}</span>
      </div>
      {entries.map((entry) => (
        <div class={`beside-row beside-${entry.what}`}>
          <Source entry={entry} spoken={spoken} />
          <div class="beside-made">
            <Made entry={entry} language={language} />
            {entry.row && <SessionFields row={entry.row} spoken={spoken} language={language} />}
            {entry.doubts.map(({ code }) => (
              <p class="wrong">{say(language, `doubt.${code}`)}</p>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

/** The text alone, where there is nothing beside it. */
function BesideSource({
  entries,
  spoken,
  language,
}: {
  entries: readonly Entry[]
  spoken: Language
  language: Language
}) {
  return (
    <div class="beside">
      {entries.map((entry) => (
        <div class={`beside-row beside-${entry.what}`}>
          <Source entry={entry} spoken={spoken} />
          <div class="beside-made">
            <Made entry={entry} language={language} />
          </div>
        </div>
      ))}
    </div>
  )
}

function Source({ entry: { lines }, spoken }: { entry: Entry; spoken: Language }) {
  return (
    <ol class="beside-lines" lang={spoken} dir={directionOf(spoken)}>
      {lines.map(({ number, text }) => (
        <li>
          <span class="beside-number">{number}</span> <span dir="auto">{text}</span>
        </li>
      ))}
    </ol>
  )
}

/** What lines were taken for that are no session: nothing of them is imported, and it is said. */
function Made({ entry: { what, field, day }, language }: { entry: Entry; language: Language }) {
  if (what === 'session') return null
  const said: Child =
    what === 'field' && field
      ? say(language, `field.${field}`)
      : what === 'day'
        ? day?.date
          ? sayDay(language, day.date, { weekday: true })
          : say(language, 'no-date')
        : say(language, `what.${what}`)
  return (
    <p class={what === 'unread' ? 'clash-kind' : 'mark'}>
      {said}
      {what === 'field' && ` · ${say(language, 'what.field')}`}
    </p>
  )
}

/** What becomes of the draft, and of times in another zone; then the deed. */
function Ending({ viewer, drafted, zone, conferenceZone, zonesAgree }: BesideProps) {
  const { language } = viewer
  return (
    <div class="beside-end">
      {drafted > 0 && (
        <ChoiceField
          name="mode"
          label={say(language, 'mode')}
          value="add"
          options={MODES.map((mode) => ({
            value: mode,
            label: say(language, `mode.${mode}`),
            hint: say(language, `mode.${mode}.hint`),
          }))}
        />
      )}
      {zone !== null && !zonesAgree && (
        <>
          <Notice tone="warning">
            {say(language, 'zones')} <bdi>{zone}</bdi> · <bdi>{conferenceZone}</bdi>
          </Notice>
          <ChoiceField
            name="zone"
            label={say(language, 'zones.what')}
            value=""
            options={[
              { value: '', label: say(language, 'zones.keep') },
              { value: zone, label: say(language, 'zones.convert') },
            ]}
          />
          <input type="hidden" name="convert" value="true" />
        </>
      )}
      <p class="mark">{say(language, 'import.undo')}</p>
      <Submit>{say(language, 'import.do')}</Submit>
    </div>
  )
}
