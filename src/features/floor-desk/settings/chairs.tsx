import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { nameOn } from '../../parties/model.ts'
import { sayRole } from '../../people/roles.print.ts'
import type { Chairing, Presiding } from '../chairing.ts'
import { type Desk, fixedOf } from '../pages/desk-props.tsx'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  chairing: Chairing
  /** Whether the reader names who presides. */
  names: boolean
}

/** Who presides over this session: the secretariat names them, one by one. */
export function Chairs({ desk, chairing, names }: Props) {
  const { language, viewer } = desk
  const { named } = chairing
  return (
    <section aria-labelledby="chairs">
      <h2 id="chairs">{say(language, 'chairs')}</h2>
      <p>{say(language, named.length === 0 ? 'chairs.every' : 'chairs.named')}</p>
      {named.length > 0 && (
        <Table
          caption={<span class="sr-only">{say(language, 'chairs')}</span>}
          columns={[
            say(language, 'chairs.name'),
            say(language, 'chairs.role'),
            ...(names ? [say(language, 'chairs.deed')] : []),
          ]}
          rows={named.map((one) => [
            <Bdi>{one.name}</Bdi>,
            <Post desk={desk} chairing={chairing} one={one} />,
            ...(names
              ? [
                  <Deed
                    viewer={viewer}
                    command="floor.end-chair"
                    of={one.account}
                    then={viewer.address}
                    fixed={{ ...fixedOf(desk), account: one.account }}
                    label={say(language, 'chairs.end')}
                  />,
                ]
              : []),
          ])}
        />
      )}
      {names && <Naming desk={desk} chairing={chairing} />}
    </section>
  )
}

function Post({ desk, chairing, one }: Omit<Props, 'names'> & { one: Presiding }) {
  const { language } = desk
  if (one.role === null) return <>{say(language, 'chairs.gone')}</>
  const party = partyOf(desk, chairing, one)
  return (
    <>
      {sayRole(language, one.role)}
      {party !== null && (
        <>
          <br />
          <small>{party}</small>
        </>
      )}
    </>
  )
}

const partyOf = ({ language, list }: Desk, { parties }: Chairing, { party: code }: Presiding) => {
  const party = code && parties.get(code)
  return party ? nameOn(party, list.session.day, language).short : null
}

function Naming({ desk, chairing }: Omit<Props, 'names'>) {
  const { language } = desk
  const viewer: FormReader = desk.viewer
  if (chairing.offered.length === 0) return <Empty>{say(language, 'chairs.nobody')}</Empty>
  return (
    <Form viewer={viewer} command="floor.name-chair" then={viewer.address} fixed={fixedOf(desk)}>
      <SelectField
        name="account"
        label={say(language, 'chairs.who')}
        hint={say(language, 'chairs.who.hint')}
        none={say(language, 'chairs.choose')}
        required
        options={chairing.offered.map((one) => ({
          value: one.account,
          label: [one.name, partyOf(desk, chairing, one)].filter(Boolean).join(' · '),
          ...(one.role !== null && { group: sayRole(language, one.role) }),
        }))}
      />
      <Submit>{say(language, 'chairs.add')}</Submit>
    </Form>
  )
}
