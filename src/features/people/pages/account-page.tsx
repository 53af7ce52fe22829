import type { Child } from 'hono/jsx'
import { CITIES, sayCity } from '../../../i18n/cities.ts'
import { sayZoneOffset } from '../../../i18n/clock.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { sayNumber, setBeside } from '../../../i18n/numbers.ts'
import { ROLES } from '../../../kernel/actor.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Part } from '../../../ui/part.tsx'
import { Bdi } from '../../../ui/text.tsx'
import type { Holding, Profile } from '../model.ts'
import { sayRole } from '../roles.print.ts'
import { say } from '../words.ts'
import { Moment } from './moment.tsx'
import { type Doors, WaysIn } from './ways-in.tsx'

/** Somebody's own account, as its page shows it. */
export interface Account {
  account: string
  profile: Profile
  /** The version of what the form of the profile edits. */
  version: string
  doors: Doors
  holdings: readonly Holding[]
  /** Names of conferences and parties, in the reader's language. */
  conferences: ReadonlyMap<string, string>
  parties: ReadonlyMap<string, string>
  now: Temporal.Instant
}

interface Props {
  reader: FormReader
  account: Account
  /** What other features add. */
  children?: Child
}

export function AccountPage({ reader, account, children }: Props) {
  const { language } = reader
  return (
    <>
      <h1>{say(language, 'account')}</h1>
      <p class="lead">
        <Bdi>{account.doors.address}</Bdi>
      </p>
      <h2>{say(language, 'profile')}</h2>
      <ProfileForm reader={reader} account={account} />
      <Part id="account">
        <Roles language={language} account={account} />
        <WaysIn
          reader={reader}
          account={account.account}
          doors={account.doors}
          zone={account.profile.zone}
        />
      </Part>
      {children}
    </>
  )
}

function ProfileForm({ reader, account }: { reader: FormReader; account: Account }) {
  const { language } = reader
  const { profile, version, now } = account
  return (
    <Form
      viewer={reader}
      command="people.change-profile"
      then="/account"
      seen={version}
      fixed={{ account: account.account }}
    >
      <TextField
        name="name"
        label={say(language, 'name')}
        hint={say(language, 'name.hint')}
        value={profile.name}
        autocomplete="name"
        maxlength={120}
        required
      />
      <SelectField
        name="language"
        label={say(language, 'language')}
        hint={say(language, 'language.hint')}
        value={profile.language}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
      <SelectField
        name="zone"
        label={say(language, 'zone')}
        hint={say(language, 'zone.hint')}
        none={say(language, 'zone.conference')}
        value={profile.zone}
        options={zonesFor(language, profile.zone, now)}
      />
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}

/** The zones that are offered, from west to east, and the one that is chosen, if it is another. */
function zonesFor(language: Language, chosen: string | null, now: Temporal.Instant) {
  const offered: string[] = ['UTC', ...CITIES]
  if (chosen !== null && !offered.includes(chosen)) offered.push(chosen)
  const east = (zone: string) => now.toZonedDateTimeISO(zone).offsetNanoseconds
  return offered
    .toSorted((one, other) => east(one) - east(other))
    .map((zone) => {
      const offset = sayZoneOffset(language, now, zone)
      const city = sayCity(language, zone)
      return { value: zone, label: city ? `${city} (${offset})` : offset }
    })
}

function Roles({ language, account }: { language: Language; account: Account }) {
  const { holdings, profile } = account
  const before = holdings.filter(({ until }) => until !== null)
  const groups = groupsOf(holdings.filter(({ until }) => until === null))
  return (
    <section>
      <h2>{say(language, 'roles')}</h2>
      {groups.length === 0 ? (
        <p>{say(language, 'roles.none')}</p>
      ) : (
        <ul>
          {groups.map((group) => (
            <li>
              <RoleGroup language={language} account={account} group={group} />
            </li>
          ))}
        </ul>
      )}
      {before.length > 0 && (
        <details>
          <summary>{say(language, 'roles.before')}</summary>
          <ul>
            {before.map((holding) => (
              <li>
                <RoleGroup language={language} account={account} group={[holding]} />{' '}
                <small>
                  <Moment {...{ at: holding.since, language }} zone={profile.zone} clock={false} />
                  {' – '}
                  <Moment
                    {...{ at: holding.until ?? holding.since, language }}
                    zone={profile.zone}
                    clock={false}
                  />
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** A role, for one party or none, wherever it is held; in the order in which roles are listed. */
const groupsOf = (holdings: readonly Holding[]): Holding[][] =>
  ROLES.flatMap((role) => [
    ...Map.groupBy(
      holdings.filter((holding) => holding.role === role),
      ({ party }) => party,
    ).values(),
  ])

/** So many conferences stand in one line. */
const IN_LINE = 4

function RoleGroup({
  language,
  account: { conferences, parties },
  group,
}: {
  language: Language
  account: Account
  group: readonly Holding[]
}) {
  const [first] = group
  if (!first) return null
  const held = new Set<string>(group.map(({ conference }) => conference))
  const places = [
    ...(held.has('*') ? [say(language, 'everywhere')] : []),
    ...[...conferences].flatMap(([id, name]) => (held.has(id) ? [name] : [])),
  ]
  const title = (
    <>
      {sayRole(language, first.role)}
      {first.party !== null && <> · {parties.get(first.party) ?? first.party}</>}
    </>
  )
  return places.length <= IN_LINE ? (
    <>
      {title} · {setBeside(language, places)}
    </>
  ) : (
    <details>
      <summary>
        {title} · {say(language, 'conferences')} {sayNumber(language, places.length)}
      </summary>
      <ul>
        {places.map((place) => (
          <li>{place}</li>
        ))}
      </ul>
    </details>
  )
}
