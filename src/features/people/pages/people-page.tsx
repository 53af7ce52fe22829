import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, Identifier } from '../../../ui/text.tsx'
import { type GivenRole, isForParty, type Post } from '../model.ts'
import { sayRole } from '../roles.print.ts'
import { say } from '../words.ts'
import { Moment } from './moment.tsx'

/** A role as the list shows it. */
interface Line extends Post {
  id: string
  name: string
  address: string
  proven: boolean
  since: Temporal.Instant
  until: Temporal.Instant | null
  givenByName: string | null
  endedByName: string | null
  /** Whether the reader may end it. */
  mayEnd: boolean
}

/** The people of a conference, as far as the reader may see and name them. */
export interface People {
  conference: string
  people: readonly Line[]
  total: number
  onPage: number
  wish: { role: GivenRole | null; words: string; page: number; former: boolean }
  /** The roles that the reader may give here. */
  roles: readonly GivenRole[]
  /** The parties for which they may, in the order of the reader's language. */
  parties: readonly { code: string; name: string }[]
  zone: string
}

export function PeoplePage({ reader, facts }: { reader: FormReader; facts: People }) {
  const { language } = reader
  return (
    <>
      <h1>{say(language, 'people')}</h1>
      <p class="lead">{say(language, 'people.lead')}</p>
      <Filter language={language} facts={facts} />
      <Part id="people">
        <p>
          {say(language, facts.wish.former ? 'people.former.count' : 'people.count')}{' '}
          {sayNumber(language, facts.total)}
        </p>
        {facts.people.length === 0 ? (
          <Empty>{say(language, 'people.none')}</Empty>
        ) : (
          <List reader={reader} facts={facts} />
        )}
        <Paging language={language} facts={facts} />
      </Part>
      {facts.roles.length > 0 && <Invite reader={reader} facts={facts} />}
    </>
  )
}

function Filter({
  language,
  facts: { wish, conference, roles },
}: {
  language: Language
  facts: People
}) {
  return (
    <form class="people-filter" method="get" action={hrefOf(language, `/${conference}/people`)}>
      <label>
        {say(language, 'find')}
        <input type="search" name="q" value={wish.words} maxlength={80} dir="auto" />
      </label>
      {roles.length > 1 && (
        <label>
          {say(language, 'role')}
          <select name="role">
            <option value="">{say(language, 'role.any')}</option>
            {roles.map((role) => (
              <option value={role} selected={role === wish.role}>
                {sayRole(language, role)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="choice">
        <input type="checkbox" name="former" value="yes" checked={wish.former} />
        <span>{say(language, 'people.former')}</span>
      </label>
      <button class="btn" type="submit">
        {say(language, 'show')}
      </button>
    </form>
  )
}

function List({ reader, facts }: { reader: FormReader; facts: People }) {
  const { language, address, search } = reader
  const { people, parties, zone, wish } = facts
  const nameOf = new Map(parties.map(({ code, name }) => [code, name]))
  const columns = ['name', 'role', 'address', 'given', 'deed'] as const
  return (
    <Table
      caption={<span class="sr-only">{say(language, 'people')}</span>}
      columns={columns.map((key) => say(language, wish.former && key === 'deed' ? 'ended' : key))}
      rows={people.map((line) => [
        <Bdi>{line.name}</Bdi>,
        <>
          {sayRole(language, line.role)}
          {line.party !== null && (
            <>
              <br />
              <small>{nameOf.get(line.party) ?? line.party}</small>
            </>
          )}
        </>,
        <>
          <Identifier>{line.address}</Identifier>
          {!line.proven && (
            <>
              <br />
              <small>{say(language, 'never-in')}</small>
            </>
          )}
        </>,
        <>
          <Moment at={line.since} language={language} zone={zone} clock={false} />
          {line.givenByName !== null && (
            <>
              <br />
              <small>
                <Bdi>{line.givenByName}</Bdi>
              </small>
            </>
          )}
        </>,
        line.until !== null ? (
          <>
            <Moment at={line.until} language={language} zone={zone} clock={false} />
            {line.endedByName !== null && (
              <>
                <br />
                <small>
                  <Bdi>{line.endedByName}</Bdi>
                </small>
              </>
            )}
          </>
        ) : (
          line.mayEnd && (
            <Deed
              viewer={reader}
              command="people.end-role"
              of={line.id}
              then={address + search}
              fixed={{ holding: line.id }}
              label={say(language, 'role.end')}
              confirm={say(language, 'role.end.sure')}
            />
          )
        ),
      ])}
    />
  )
}

function Paging({ language, facts }: { language: Language; facts: People }) {
  const { conference, wish, total, onPage } = facts
  const pages = Math.ceil(total / onPage)
  if (pages <= 1) return null
  const to = (page: number) => {
    const query = new URLSearchParams({
      ...(wish.words !== '' && { q: wish.words }),
      ...(wish.role !== null && { role: wish.role }),
      ...(wish.former && { former: 'yes' }),
      page: `${page}`,
    })
    return hrefOf(language, `/${conference}/people?${query}`)
  }
  return (
    <nav class="deeds" aria-label={say(language, 'pages')}>
      {wish.page > 1 && <a href={to(wish.page - 1)}>{say(language, 'page.before')}</a>}{' '}
      {wish.page < pages && <a href={to(wish.page + 1)}>{say(language, 'page.after')}</a>}
    </nav>
  )
}

function Invite({ reader, facts }: { reader: FormReader; facts: People }) {
  const { language, address, search } = reader
  const { conference, roles, parties } = facts
  const forParty = roles.filter(isForParty)
  return (
    <section>
      <h2 id="invite">{say(language, 'invite')}</h2>
      <p>{say(language, 'invite.lead')}</p>
      <Form viewer={reader} command="people.invite" then={address + search} fixed={{ conference }}>
        <div class="columns">
          <TextField
            name="address"
            label={say(language, 'address')}
            type="email"
            inputmode="email"
            maxlength={254}
            required
          />
          <TextField
            name="name"
            label={say(language, 'name')}
            hint={say(language, 'invite.name.hint')}
            maxlength={120}
            required
          />
          <SelectField
            name="language"
            label={say(language, 'language')}
            value={language}
            options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
          />
          <SelectField
            name="role"
            label={say(language, 'role')}
            required
            {...(roles.length > 1 && { none: say(language, 'choose') })}
            options={roles.map((role) => ({ value: role, label: sayRole(language, role) }))}
          />
          {forParty.length > 0 && (
            <SelectField
              name="party"
              label={say(language, 'party')}
              hint={say(language, 'party.hint')}
              {...(parties.length > 1 && { none: say(language, 'party.none') })}
              options={parties.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </div>
        <Submit>{say(language, 'invite.send')}</Submit>
      </Form>
    </section>
  )
}
