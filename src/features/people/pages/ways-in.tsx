import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, Identifier } from '../../../ui/text.tsx'
import { deviceOf } from '../device.ts'
import { say } from '../words.ts'
import { Moment } from './moment.tsx'

/** By what somebody comes in, and where they are in now. */
export interface Doors {
  address: string
  hasSecondFactor: boolean
  /** The session that the page is read with. */
  here: string | null
  sessions: readonly {
    id: string
    userAgent: string | null
    confirmed: boolean
    createdAt: Temporal.Instant
    usedAt: Temporal.Instant
  }[]
  passkeys: readonly { id: string; name: string | null; createdAt: Temporal.Instant | null }[]
  keys: readonly {
    id: string
    name: string | null
    start: string | null
    createdAt: Temporal.Instant
    expiresAt: Temporal.Instant | null
    usedAt: Temporal.Instant | null
  }[]
}

interface Props {
  reader: FormReader
  account: string
  doors: Doors
  zone: string | null
}

export const WaysIn = (props: Props) => (
  <>
    <SignedIn {...props} />
    <SecondFactor {...props} />
    <Passkeys {...props} />
    <Keys {...props} />
  </>
)

const Device = ({ userAgent, language }: { userAgent: string | null; language: Language }) => {
  const { browser, system } = deviceOf(userAgent)
  const known = [browser, system].filter((name) => name !== null)
  return known.length > 0 ? <Bdi>{known.join(', ')}</Bdi> : say(language, 'device.unknown')
}

function SignedIn({ reader, account, doors, zone }: Props) {
  const { language } = reader
  return (
    <section>
      <h2>{say(language, 'sessions')}</h2>
      <p>{say(language, 'sessions.lead')}</p>
      <Table
        caption={<span class="sr-only">{say(language, 'sessions')}</span>}
        columns={['device', 'session.begun', 'session.used', 'deed'].map((key) =>
          say(language, key as 'device'),
        )}
        rows={doors.sessions.map(({ id, userAgent, createdAt, usedAt }) => [
          <>
            <Device userAgent={userAgent} language={language} />
            {id === doors.here && (
              <>
                <br />
                <small>{say(language, 'session.this')}</small>
              </>
            )}
          </>,
          <Moment at={createdAt} language={language} zone={zone} />,
          <Moment at={usedAt} language={language} zone={zone} />,
          <Deed
            viewer={reader}
            command="people.end-session"
            of={id}
            then="/account"
            fixed={{ account, session: id }}
            label={say(language, 'session.end')}
          />,
        ])}
      />
      <Deed
        viewer={reader}
        command="people.end-sessions"
        then="/"
        fixed={{ account }}
        label={say(language, 'sessions.end')}
        confirm={say(language, 'sessions.end.sure')}
      />
    </section>
  )
}

function SecondFactor({ reader: { language }, doors }: Props) {
  return (
    <section>
      <h2>{say(language, 'second-factor')}</h2>
      <p>{say(language, doors.hasSecondFactor ? 'second-factor.on' : 'second-factor.off')}</p>
      <p>
        <a class="btn" href={hrefOf(language, '/account/second-factor')}>
          {say(language, doors.hasSecondFactor ? 'second-factor.change' : 'second-factor.begin')}
        </a>
      </p>
    </section>
  )
}

function Passkeys({ reader, account, doors, zone }: Props) {
  const { language } = reader
  return (
    <section>
      <h2>{say(language, 'passkeys')}</h2>
      <p>{say(language, 'passkeys.lead')}</p>
      {doors.passkeys.length > 0 && (
        <Table
          caption={<span class="sr-only">{say(language, 'passkeys')}</span>}
          columns={['passkey', 'made', 'deed'].map((key) => say(language, key as 'made'))}
          rows={doors.passkeys.map(({ id, name, createdAt }) => [
            <Bdi>{name ?? say(language, 'device.unknown')}</Bdi>,
            createdAt && <Moment at={createdAt} language={language} zone={zone} />,
            <Deed
              viewer={reader}
              command="people.remove-passkey"
              of={id}
              then="/account"
              fixed={{ account, passkey: id }}
              label={say(language, 'passkey.remove')}
              confirm={say(language, 'passkey.remove.sure')}
            />,
          ])}
        />
      )}
      <pass-key
        data-deed="add"
        data-label={say(language, 'passkey.add')}
        data-failed={say(language, 'passkey.failed')}
        data-again={hrefOf(language, '/sign-in?again&then=%2Faccount')}
        data-next={hrefOf(language, '/account')}
      >
        <p>
          <small>{say(language, 'passkey.script')}</small>
        </p>
      </pass-key>
    </section>
  )
}

function Keys({ reader, account, doors, zone }: Props) {
  const { language } = reader
  return (
    <section>
      <h2>{say(language, 'keys')}</h2>
      <p>{say(language, 'keys.lead')}</p>
      {doors.keys.length > 0 && (
        <Table
          caption={<span class="sr-only">{say(language, 'keys')}</span>}
          columns={['key', 'key.begins', 'made', 'key.until', 'key.used', 'deed'].map((key) =>
            say(language, key as 'made'),
          )}
          rows={doors.keys.map(({ id, name, start, createdAt, expiresAt, usedAt }) => [
            <Bdi>{name}</Bdi>,
            <Identifier>{`${start ?? ''}…`}</Identifier>,
            <Moment at={createdAt} language={language} zone={zone} clock={false} />,
            expiresAt && <Moment at={expiresAt} language={language} zone={zone} clock={false} />,
            usedAt ? (
              <Moment at={usedAt} language={language} zone={zone} />
            ) : (
              say(language, 'key.unused')
            ),
            <Deed
              viewer={reader}
              command="people.revoke-key"
              of={id}
              then="/account"
              fixed={{ account, key: id }}
              label={say(language, 'key.revoke')}
              confirm={say(language, 'key.revoke.sure')}
            />,
          ])}
        />
      )}
      <p>
        <a class="btn" href={hrefOf(language, '/account/keys/new')}>
          {say(language, 'key.new')}
        </a>
      </p>
    </section>
  )
}
