import { sayNumber } from '../../../i18n/numbers.ts'
import { directionOf, LANGUAGES, type Language } from '../../../kernel/language.ts'
import { TEXT_STATES, type TextState } from '../../../kernel/wording/text-state.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import type { TextKey } from '../model.ts'
import type { Counted, KindChoice, Line, Translator } from '../shown.ts'
import { SHOWN_STATES, searchOf, type Wish } from '../wish.ts'
import { say } from '../words.ts'
import { Files, type HandedIn } from './files.tsx'
import { People } from './people.tsx'

export interface ListFacts {
  zone: string
  conference: string
  wish: Wish & { into: Language }
  counted: readonly Counted[]
  kinds: readonly KindChoice[]
  lines: readonly Line[]
  /** The last text of this page of the list, where others follow. */
  more: TextKey | null
  /** The languages in which the reader writes. */
  mine: readonly Language[]
  /** Null: the reader assigns nothing. */
  translators: readonly Translator[] | null
  /** Languages of originals among the texts of the list. */
  originals: readonly Language[]
  files: readonly HandedIn[]
}

/** What is to be translated for a conference: counts, filters, the list, and who does it. */
export function ListPage({ viewer, facts }: { viewer: FormReader; facts: ListFacts }) {
  const { language } = viewer
  const { conference, wish, lines, more, mine, translators } = facts
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      {mine.length === 0 && <Notice>{say(language, 'mine.none')}</Notice>}
      <Part id="counts">
        <Counts language={language} facts={facts} />
      </Part>
      <Filters language={language} facts={facts} />
      <Part id="texts">
        {lines.length === 0 ? (
          <Empty>{say(language, 'list.none')}</Empty>
        ) : (
          <ol class="texts">
            {lines.map((line) => (
              <LineOf {...{ language, line, conference, wish }} />
            ))}
          </ol>
        )}
        {(more !== null || wish.after !== undefined) && (
          <nav class="deeds" aria-label={say(language, 'pages')}>
            {wish.after !== undefined && (
              <a href={hrefOf(language, addressOf(conference, { ...wish, after: undefined }))}>
                {say(language, 'first')}
              </a>
            )}
            {more !== null && (
              <a
                rel="next"
                href={hrefOf(language, addressOf(conference, { ...wish, after: more }))}
              >
                {say(language, 'next')}
              </a>
            )}
          </nav>
        )}
      </Part>
      <Files viewer={viewer} facts={facts} />
      {translators && <People viewer={viewer} conference={conference} translators={translators} />}
    </>
  )
}

const addressOf = (conference: string, wish: Wish & { into: Language }) =>
  `/${conference}/desk/translations${searchOf(wish)}`

/** How the texts stand in each language; each number leads to its texts. */
function Counts({
  language,
  facts: { counted, conference, mine },
}: {
  language: Language
  facts: ListFacts
}) {
  const cell = (into: Language, state: TextState, count: number) =>
    state === 'told' || count === 0 ? (
      sayNumber(language, count)
    ) : (
      <a href={hrefOf(language, addressOf(conference, { into, state }))}>
        {sayNumber(language, count)}
      </a>
    )
  return (
    <Table
      caption={<span class="sr-only">{say(language, 'counts')}</span>}
      columns={[
        say(language, 'language'),
        ...TEXT_STATES.map((state) => say(language, `state.${state}`)),
      ]}
      rows={counted.map(({ language: into, counts }) => [
        <>
          {sayInUi(language, `language.${into}`)}
          {mine.includes(into) && mine.length < LANGUAGES.length && (
            <>
              {' '}
              <small class="mark">{say(language, 'mine')}</small>
            </>
          )}
        </>,
        ...TEXT_STATES.map((state) => cell(into, state, counts[state])),
      ])}
    />
  )
}

function Filters({
  language,
  facts: { conference, wish, kinds },
}: {
  language: Language
  facts: ListFacts
}) {
  return (
    <form
      class="flex flex-wrap items-end gap-x-6 gap-y-2 my-6"
      method="get"
      action={hrefOf(language, `/${conference}/desk/translations`)}
    >
      <Choice name="into" label={say(language, 'into')} chosen={wish.into}>
        {LANGUAGES.map((one) => ({ value: one, label: sayInUi(language, `language.${one}`) }))}
      </Choice>
      <Choice name="state" label={say(language, 'state')} chosen={wish.state}>
        {SHOWN_STATES.map((one) => ({ value: one, label: say(language, `state.${one}`) }))}
      </Choice>
      <Choice name="kind" label={say(language, 'kind')} chosen={wish.kind ?? ''}>
        {[{ value: '', label: say(language, 'kind.all') }, ...kinds]}
      </Choice>
      <button class="btn btn-primary" type="submit">
        {say(language, 'show')}
      </button>
    </form>
  )
}

function Choice({
  name,
  label,
  chosen,
  children,
}: {
  name: string
  label: string
  chosen: string
  children: readonly KindChoice[]
}) {
  return (
    <p class="field m-0">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        {children.map((one) => (
          <option value={one.value} selected={one.value === chosen}>
            {one.label}
          </option>
        ))}
      </select>
    </p>
  )
}

function LineOf({
  language,
  line: { key, kind, of, original, wording, state },
  conference,
  wish,
}: {
  language: Language
  line: Line
  conference: string
  wish: ListFacts['wish']
}) {
  const { into, state: asked, kind: narrowed } = wish
  const search = searchOf({ into, state: asked, kind: narrowed, text: key })
  return (
    <li class="text-line">
      <p class="text-place">
        <small>
          {kind}
          {of && (
            <>
              {' · '}
              <bdi lang={of.language} dir={directionOf(of.language)}>
                {of.value}
              </bdi>
            </>
          )}
          {' · '}
          {say(language, `state.${state}`)}
        </small>
      </p>
      <div class="text-pair">
        <p lang={original.language} dir={directionOf(original.language)}>
          <a href={hrefOf(language, `/${conference}/desk/translations/text${search}`)}>
            {shortened(original.value)}
          </a>
        </p>
        {wording && (
          <p lang={into} dir={directionOf(into)}>
            {shortened(wording.value)}
          </p>
        )}
      </div>
    </li>
  )
}

const LONGEST_LINE = 220

const shortened = (value: string) =>
  value.length > LONGEST_LINE ? `${[...value].slice(0, LONGEST_LINE).join('')}…` : value
