import { NumberField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { waitsForDesk } from '../../brokering/life.model.ts'
import { addressOfDesk, type State } from '../../brokering/model.ts'
import { sayForm, sayState } from '../../brokering/terms.print.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import { Captioned, type Desk, Moment } from '../desk.tsx'
import type { Line, Pair } from '../facts.ts'
import { say } from '../words.ts'
import { ProposalLine } from './line.tsx'

/** What asks for something first. */
const ORDER: readonly State[] = ['contacted', 'suggested', 'agreed', 'running', 'ended']

/** Every proposal of a conference by its state, who is waited for, and who works together since. */
export function DeskPage({
  desk,
  lines,
  pairs,
  days,
}: {
  desk: Desk
  lines: readonly Line[]
  pairs: readonly Pair[]
  days: number
}) {
  const { conference } = desk
  const { language } = desk.viewer
  const here = addressOfDesk(conference)
  return (
    <Frame
      place={desk}
      title={say(language, 'title')}
      steps={[{ href: '', label: say(language, 'title') }]}
    >
      <p class="lead">{say(language, 'lead')}</p>
      <p class="deeds">
        <a class="btn btn-primary" href={hrefOf(language, `/${conference}/desk/partnerships`)}>
          {say(language, 'calculations')}
        </a>
        <a class="btn" href={hrefOf(language, `${here}/new?form=triangular`)}>
          {sayForm(language, 'triangular')}
        </a>
        <a class="btn" href={hrefOf(language, `${here}/new`)}>
          {say(language, 'new')}
        </a>
      </p>
      <Part id="proposals">
        {lines.length === 0 && <Empty>{say(language, 'none')}</Empty>}
        {ORDER.map((state) => {
          const some = lines.filter(({ proposal }) => proposal.state === state)
          return (
            some.length > 0 && (
              <section aria-labelledby={`state-${state}`}>
                <h2 id={`state-${state}`}>{sayState(language, state)}</h2>
                <ul class="list-none ps-0">
                  {some.map((line) => (
                    <ProposalLine
                      desk={desk}
                      line={line}
                      at={here}
                      waits={
                        waitsForDesk(line.proposal, line.asked) ? say(language, 'waits.desk') : null
                      }
                    />
                  ))}
                </ul>
              </section>
            )
          )
        })}
        <Pairs desk={desk} pairs={pairs} />
      </Part>
      <section aria-labelledby="rhythm">
        <h2 id="rhythm">{say(language, 'reminders')}</h2>
        <p>{say(language, 'reminders.text')}</p>
        <Form
          viewer={desk.viewer}
          command="brokering.set-days"
          then={here}
          fixed={{ conference }}
          keep={false}
        >
          <NumberField name="days" label={say(language, 'reminders.days')} required value={days} />
          <Submit quiet>{say(language, 'reminders.do')}</Submit>
        </Form>
      </section>
    </Frame>
  )
}

/** The partnerships that came of it, each time that two parties agreed. */
function Pairs({ desk, pairs }: { desk: Desk; pairs: readonly Pair[] }) {
  const { language } = desk.viewer
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{say(language, 'pairs')}</h2>
      {pairs.length === 0 ? (
        <Empty>{say(language, 'pairs.none')}</Empty>
      ) : (
        <Captioned
          caption={say(language, 'pairs')}
          columns={(['pairs.who', 'pairs.kind', 'pairs.when'] as const).map((key) =>
            say(language, key),
          )}
          rows={pairs.map(({ one, other, kind, at, proposal }) => [
            [partyName(desk, one), partyName(desk, other)].join(' · '),
            say(language, `pairs.${kind}`),
            <a href={hrefOf(language, `${addressOfDesk(desk.conference)}/${proposal}`)}>
              <Moment desk={desk} at={at} />
            </a>,
          ])}
        />
      )}
    </section>
  )
}
