import { ChecksField, ChoiceField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Moment } from '../../delegations/pages/moment.tsx'
import { PersonName } from '../../delegations/pages/person-name.tsx'
import { categoryName, zoneName } from '../badge.print.ts'
import { canHaveAnother, type Held } from '../register/register.ts'
import { say } from '../words.ts'
import { addressOf, type Desk, Frame, partyName } from './desk.tsx'

interface Props {
  desk: Desk
  held: readonly Held[]
  /** What was looked for. */
  words: string
  /** How many more were found than are shown. */
  more: number
}

/** Badges that are good: found by name or code, issued anew, or taken out of use. */
export function HeldPage({ desk, held, words, more }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const here = `${addressOf(conference)}/held`
  return (
    <Frame desk={desk} at="/held">
      <form method="get" action={hrefOf(language, here)} class="form">
        <div class="field">
          <label for="badge-search">{say(language, 'held.search')}</label>
          <input id="badge-search" class="input-medium" type="search" name="q" value={words} />
        </div>
        <button class="btn" type="submit">
          {say(language, 'held.find')}
        </button>
      </form>
      <h2>{say(language, 'place.held')}</h2>
      {held.length === 0 && <Empty>{say(language, 'held.none')}</Empty>}
      <ul class="meetings">
        {held.map((one) => (
          <Line desk={desk} one={one} />
        ))}
      </ul>
      {more > 0 && (
        <p>
          {say(language, 'held.more')} {more}
        </p>
      )}
      {held.length > 0 && (
        <section>
          <h2>{say(language, 'revoke')}</h2>
          <p>{say(language, 'revoke.text')}</p>
          <Form viewer={viewer} command="badges.revoke" then={here} fixed={{ conference }}>
            <ChecksField
              name="badges"
              label={say(language, 'revoke.which')}
              options={held.map((one) => ({
                value: one.badge.id,
                label: nameOf(desk, one),
                hint: one.badge.code,
              }))}
            />
            <ChoiceField
              name="reason"
              label={say(language, 'revoke.why')}
              value="lost"
              options={(['lost', 'decided'] as const).map((value) => ({
                value,
                label: say(language, `reason.${value}`),
              }))}
            />
            <Submit>{say(language, 'revoke')}</Submit>
          </Form>
        </section>
      )}
    </Frame>
  )
}

/** Whose badge or card it is, in words. */
const nameOf = (desk: Desk, { badge, person }: Held): string =>
  person?.person?.name ?? partyName(desk, badge.party) ?? badge.code

function Line({ desk, one }: { desk: Desk; one: Held }) {
  const { viewer, conference, settings } = desk
  const { language } = viewer
  const { badge, person } = one
  return (
    <li class="meeting">
      <h3>
        {person ? <PersonName language={language} of={person} /> : <bdi>{nameOf(desk, one)}</bdi>}
      </h3>
      <p>
        <bdi>{badge.code}</bdi>
        {BETWEEN}
        {badge.zone === null
          ? categoryName(settings, badge.category, language)
          : zoneName(settings, badge.zone, language)}
        {person?.party && (
          <>
            {BETWEEN}
            {partyName(desk, person.party)}
          </>
        )}
      </p>
      <div class="deeds">
        {person && (
          <a
            class="btn"
            href={hrefOf(language, `/${conference}/badge/${person.id}.pdf`)}
            data-turbo="false"
          >
            {say(language, 'print.one')}
          </a>
        )}
        {person && canHaveAnother(one) && (
          <Deed
            viewer={viewer}
            command="badges.issue"
            of={person.id}
            then={`${addressOf(conference)}/held?q=${encodeURIComponent(badge.code)}`}
            fixed={{ conference, participants: person.id }}
            label={say(language, 'issue.again')}
            confirm={say(language, 'issue.again.text')}
          />
        )}
      </div>
    </li>
  )
}

/** Badges that open no door any more, the last first. */
export function RevokedPage({ desk, held }: Pick<Props, 'desk' | 'held'>) {
  const { language } = desk.viewer
  return (
    <Frame desk={desk} at="/revoked">
      {held.length === 0 ? (
        <Empty>{say(language, 'revoked.none')}</Empty>
      ) : (
        <Table
          caption={say(language, 'revoked')}
          columns={[
            say(language, 'column.code'),
            say(language, 'column.holder'),
            say(language, 'column.reason'),
            say(language, 'column.at'),
          ]}
          rows={held.map((one) => [
            <bdi>{one.badge.code}</bdi>,
            one.person ? (
              <PersonName language={language} of={one.person} />
            ) : (
              (partyName(desk, one.badge.party) ?? '–')
            ),
            one.badge.reason && say(language, `reason.${one.badge.reason}`),
            one.badge.revokedAt && (
              <Moment language={language} zone={desk.zone} at={one.badge.revokedAt} />
            ),
          ])}
        />
      )}
    </Frame>
  )
}
