import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import { ROLES } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, Identifier } from '../../../ui/text.tsx'
import type { Holding } from '../model.ts'
import { sayRole } from '../roles.print.ts'
import { say } from '../words.ts'
import { Moment } from './moment.tsx'
import type { Doors } from './ways-in.tsx'

/** Somebody’s account, as the administrator sees to it. */
export interface Tended {
  account: string
  name: string
  language: Language
  closedAt: Temporal.Instant | null
  doors: Doors
  holdings: readonly Holding[]
  conferences: ReadonlyMap<string, string>
  parties: readonly { code: string; name: string }[]
  /** Whether it is the reader’s own: nobody raises or locks out themselves. */
  isOwn: boolean
}

interface Props {
  reader: FormReader
  tended: Tended
}

export function PersonPage({ reader, tended }: Props) {
  const { language } = reader
  return (
    <>
      <p class="back">
        <a href={hrefOf(language, '/administration/accounts')}>{say(language, 'accounts')}</a>
      </p>
      <h1>
        <Bdi>{tended.name}</Bdi>
      </h1>
      <p class="lead">
        <Identifier>{tended.doors.address}</Identifier> · {LANGUAGE_NAMES[tended.language]}
      </p>
      {tended.closedAt !== null && (
        <p>
          {say(language, 'closed')} <Moment at={tended.closedAt} language={language} zone={null} />
        </p>
      )}
      <Part id="person">
        <Roles reader={reader} tended={tended} />
        <Access reader={reader} tended={tended} />
      </Part>
      {!tended.isOwn && <GiveRole reader={reader} tended={tended} />}
      <Address reader={reader} tended={tended} />
    </>
  )
}

function Roles({ reader, tended }: Props) {
  const { language, address } = reader
  const { conferences, parties } = tended
  const nameOf = new Map(parties.map(({ code, name }) => [code, name]))
  const zone = null
  return (
    <section>
      <h2>{say(language, 'roles.held')}</h2>
      {tended.holdings.length === 0 ? (
        <p>{say(language, 'people.none')}</p>
      ) : (
        <Table
          caption={<span class="sr-only">{say(language, 'roles.held')}</span>}
          columns={(['role', 'conference', 'since', 'deed'] as const).map((key) =>
            say(language, key),
          )}
          rows={tended.holdings.map((holding) => [
            <>
              {sayRole(language, holding.role)}
              {holding.party !== null && <> · {nameOf.get(holding.party) ?? holding.party}</>}
            </>,
            holding.conference === '*'
              ? say(language, 'everywhere')
              : (conferences.get(holding.conference) ?? holding.conference),
            <>
              <Moment {...{ at: holding.since, language, zone }} clock={false} />
              {holding.until !== null && (
                <>
                  {' – '}
                  <Moment {...{ at: holding.until, language, zone }} clock={false} />
                </>
              )}
            </>,
            holding.until === null && (
              <Deed
                viewer={reader}
                command="people.end-role"
                of={holding.id}
                then={address}
                fixed={{ holding: holding.id }}
                label={say(language, 'role.end')}
                confirm={say(language, 'role.end.sure')}
              />
            ),
          ])}
        />
      )}
    </section>
  )
}

function Access({ reader, tended }: Props) {
  const { language, address } = reader
  const { account, doors, closedAt, isOwn } = tended
  const deed = { viewer: reader, fixed: { account } }
  return (
    <section>
      <h2>{say(language, 'access')}</h2>
      <p>
        {say(language, 'sessions.count')} {sayNumber(language, doors.sessions.length)} ·{' '}
        {say(language, 'passkeys.count')} {sayNumber(language, doors.passkeys.length)} ·{' '}
        {say(language, 'keys.count')} {sayNumber(language, doors.keys.length)}
      </p>
      <p>{say(language, doors.hasSecondFactor ? 'second-factor.there' : 'second-factor.none')}</p>
      <div class="deeds">
        <Deed
          {...deed}
          then={address}
          command="people.end-sessions"
          label={say(language, 'sessions.end')}
          confirm={say(language, 'sessions.end.other')}
        />
        {doors.hasSecondFactor && !isOwn && (
          <Deed
            {...deed}
            then={address}
            command="people.lift-second-factor"
            label={say(language, 'second-factor.lift')}
            confirm={say(language, 'second-factor.lift.sure')}
          />
        )}
        {closedAt === null ? (
          !isOwn && (
            <Deed
              {...deed}
              then={address}
              command="people.close-account"
              label={say(language, 'close')}
              confirm={say(language, 'close.sure')}
            />
          )
        ) : (
          <Deed
            {...deed}
            then={address}
            command="people.reopen-account"
            label={say(language, 'reopen')}
          />
        )}
        {doors.keys.map(({ id, name }) => (
          <Deed
            {...deed}
            then={address}
            command="people.revoke-key"
            of={id}
            fixed={{ account, key: id }}
            label={
              <>
                {say(language, 'key.revoke.named')} <Bdi>{name}</Bdi>
              </>
            }
            confirm={say(language, 'key.revoke.sure')}
          />
        ))}
      </div>
    </section>
  )
}

function GiveRole({ reader, tended }: Props) {
  const { language, address } = reader
  return (
    <section>
      <h2>{say(language, 'give')}</h2>
      <Form
        viewer={reader}
        command="people.give-role"
        then={address}
        fixed={{ account: tended.account }}
      >
        <div class="columns">
          <SelectField
            name="role"
            label={say(language, 'role')}
            none={say(language, 'choose')}
            required
            options={ROLES.map((role) => ({ value: role, label: sayRole(language, role) }))}
          />
          <SelectField
            name="conference"
            label={say(language, 'conference')}
            none={say(language, 'choose')}
            required
            options={[
              { value: '*', label: say(language, 'everywhere') },
              ...[...tended.conferences].map(([value, label]) => ({ value, label })),
            ]}
          />
          <SelectField
            name="party"
            label={say(language, 'party')}
            hint={say(language, 'party.hint')}
            none={say(language, 'party.none')}
            options={tended.parties.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        <Submit>{say(language, 'give')}</Submit>
      </Form>
    </section>
  )
}

function Address({ reader, tended }: Props) {
  const { language, address } = reader
  return (
    <section>
      <h2>{say(language, 'address.change')}</h2>
      <p>{say(language, 'address.change.lead')}</p>
      <Form
        viewer={reader}
        command="people.change-address"
        then={address}
        fixed={{ account: tended.account }}
      >
        <TextField
          name="address"
          label={say(language, 'address')}
          type="email"
          inputmode="email"
          value={tended.doors.address}
          maxlength={254}
          required
        />
        <Submit quiet>{say(language, 'save')}</Submit>
      </Form>
    </section>
  )
}
