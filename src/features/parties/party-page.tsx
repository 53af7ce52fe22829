import type { Child } from 'hono/jsx'
import { sayDay, sayPartialDay } from '../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { Sources } from '../../ui/facts.tsx'
import { Breadcrumbs, hrefOf } from '../../ui/navigation.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Table } from '../../ui/table.tsx'
import { Bdi, Words } from '../../ui/text.tsx'
import type { Membership } from './groups.model.ts'
import {
  changedLanguages,
  formerNamings,
  type Labels,
  type Naming,
  nameOn,
  namingOn,
  type Party,
} from './model.ts'
import { say } from './words.ts'

export interface PartyFacts {
  party: Party
  belongings: readonly (Membership & { group: string; names: Labels })[]
  /** The day whose names stand on the page. */
  day: string
  today: string
}

/** One party: what it is called in seven languages, what it was called, and where it belongs. */
export function PartyPage({
  language,
  facts: { party, belongings, day, today },
  children,
}: {
  language: Language
  facts: PartyFacts
  children?: Child
}) {
  const naming = namingOn(party, day)
  const name = naming.names[language]
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/parties'), label: say(language, 'title') },
          { href: '', label: name.short },
        ]}
      />
      <h1>{name.short}</h1>
      {name.formal !== name.short && <p class="lead">{name.formal}</p>}
      {day !== today && (
        <Notice>
          {say(language, 'on')} <time datetime={day}>{sayDay(language, day)}</time> ·{' '}
          <a href={hrefOf(language, `/parties/${party.code}`)}>{say(language, 'today')}</a>
        </Notice>
      )}
      <Standing language={language} party={party} />
      {children}
      <h2>{say(language, 'names')}</h2>
      <Names
        language={language}
        caption={
          <>
            {say(language, 'on')} <time datetime={day}>{sayDay(language, day)}</time>
          </>
        }
        naming={naming}
        languages={LANGUAGES}
      />
      <FormerNames language={language} party={party} />
      <Belongings language={language} belongings={belongings} />
      <Sources sources={party.sources} language={language} />
    </>
  )
}

/** What kind of party it is, since when, and under which codes it is known. */
function Standing({ language, party }: { language: Language; party: Party }) {
  const abbreviations = Object.entries(party.abbreviations) as [Language, string][]
  return (
    <dl>
      <Term name={say(language, 'status')}>
        {say(language, `one.${party.kind}`)}
        <Note language={language} note={party.note} />
      </Term>
      <Since language={language} name={say(language, 'member-since')} day={party.memberSince} />
      <Since language={language} name={say(language, 'observer-since')} day={party.observerSince} />
      {party.kind === 'organisation' ? (
        <Term name={say(language, 'code.acronym')}>
          <Bdi>{party.code}</Bdi>
        </Term>
      ) : (
        <Term name={say(language, 'codes')}>
          <Bdi>
            ISO 3166-1 {party.alpha2} · {party.code}
          </Bdi>
          <br />
          <Bdi>M49 {party.m49}</Bdi>
        </Term>
      )}
      {abbreviations.length > 0 && (
        <Term name={say(language, 'abbreviations')}>
          {abbreviations.map(([spoken, abbreviation]) => (
            <>
              <Bdi lang={spoken}>{abbreviation}</Bdi>{' '}
            </>
          ))}
        </Term>
      )}
    </dl>
  )
}

const Term = ({ name, children }: { name: string; children?: Child }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Since = ({
  language,
  name,
  day,
}: {
  language: Language
  name: string
  day: string | null
}) =>
  day === null ? null : (
    <Term name={name}>
      <time datetime={day}>{sayDay(language, day)}</time>
    </Term>
  )

const Note = ({ language, note }: { language: Language; note: Text | null }) =>
  note && (
    <p>
      <small>
        <Words in={readingOf(note, language)} language={language} mark />
      </small>
    </p>
  )

/** Short and formal names, each in its own language and script. */
function Names({
  language,
  caption,
  naming: { names, unconfirmed },
  languages,
}: {
  language: Language
  caption: Child
  naming: Pick<Naming, 'names' | 'unconfirmed'>
  languages: readonly Language[]
}) {
  return (
    <Table
      caption={caption}
      columns={[say(language, 'language'), say(language, 'short'), say(language, 'formal')]}
      rows={languages.map((spoken) => [
        <Bdi lang={spoken}>{LANGUAGE_NAMES[spoken]}</Bdi>,
        <Bdi lang={spoken}>{names[spoken].short}</Bdi>,
        <>
          <Bdi lang={spoken}>{names[spoken].formal}</Bdi>
          {unconfirmed.includes(spoken) && (
            <small class="mark"> {say(language, 'unconfirmed')}</small>
          )}
        </>,
      ])}
    />
  )
}

/** What the party was called before, with the days; only the languages in which something changed. */
function FormerNames({ language, party }: { language: Language; party: Party }) {
  const former = formerNamings(party)
  if (former.length === 0) return null
  return (
    <>
      <h2>{say(language, 'former')}</h2>
      <p>
        <small>{say(language, 'former.note')}</small>
      </p>
      {former.map((naming) => (
        <section>
          <Names
            language={language}
            caption={<Validity language={language} naming={naming} />}
            naming={naming}
            languages={changedLanguages(party, naming)}
          />
          <Note language={language} note={naming.note} />
        </section>
      ))}
    </>
  )
}

/** From when to when a name was valid, and how surely. */
const Validity = ({
  language,
  naming: { from, until, dayConfirmed },
}: {
  language: Language
  naming: ReturnType<typeof formerNamings>[number]
}) => (
  <>
    {from && (
      <>
        <time datetime={from}>{say(language, 'since', { date: sayDay(language, from) })}</time>
        {' · '}
      </>
    )}
    <time datetime={until}>{say(language, 'ended', { date: sayDay(language, until) })}</time>
    {!dayConfirmed && <small class="mark"> {say(language, 'day-unconfirmed')}</small>}
  </>
)

/** The groups that the party is known to belong to, or to have belonged to. */
function Belongings({
  language,
  belongings,
}: {
  language: Language
  belongings: PartyFacts['belongings']
}) {
  if (belongings.length === 0) return null
  return (
    <>
      <h2>{say(language, 'groups')}</h2>
      <ul>
        {belongings.map((one) => (
          <li>
            <a href={hrefOf(language, `/parties/groups/${one.group}`)}>{one.names[language]}</a>{' '}
            <MembershipMark language={language} membership={one} />
            <Note language={language} note={one.note} />
          </li>
        ))}
      </ul>
      <p>
        <small>{say(language, 'groups.note')}</small>
      </p>
    </>
  )
}

/** How, since when and how surely a party belongs to a group. */
export function MembershipMark({
  language,
  membership: { role, from, until, status },
}: {
  language: Language
  membership: Pick<Membership, 'role' | 'from' | 'until' | 'status'>
}) {
  const said = [
    role === 'observer' ? say(language, 'role.observer') : null,
    from && say(language, 'since', { date: sayPartialDay(language, from) }),
    until && say(language, 'ended', { date: sayDay(language, until) }),
    status === 'confirmed' ? null : say(language, `status.${status}`),
  ].filter(Boolean)
  return said.length > 0 ? <small class="mark">{said.join(' · ')}</small> : null
}

/** The name that titles the page of a party on a day. */
export const titleOf = ({ party, day }: PartyFacts, language: Language): string =>
  nameOn(party, day, language).short
