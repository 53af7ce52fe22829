import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { Prose } from '../../../ui/text.tsx'
import type { PartyPosition } from '../shown.ts'
import { say } from '../words.ts'
import { Day } from './marks.tsx'

interface Props {
  positions: readonly PartyPosition[]
  growth: readonly { on: string; count: number }[]
  language: Language
}

const isEndorsed = ({ standing }: PartyPosition) =>
  standing === 'endorsed' || standing === 'endorsed-with-statement'

/** Who endorses a document, in the order of protocol, since when; and who said what else. */
export function Positions({ positions, growth, language }: Props) {
  const endorsed = positions.filter(isEndorsed)
  const others = positions.filter((one) => !isEndorsed(one))
  const statements = positions.flatMap((one) =>
    one.acts.flatMap((act) => (act.statement ? [{ one, act, statement: act.statement }] : [])),
  )
  return (
    <>
      <h2 id="endorsements">
        {say(language, 'endorsements')} <small>{sayNumber(language, endorsed.length)}</small>
      </h2>
      {endorsed.length === 0 ? (
        <Empty>{say(language, 'endorsements.none')}</Empty>
      ) : (
        <ol class="sm:columns-2 sm:gap-12">
          {endorsed.map((one) => (
            <li class="break-inside-avoid">
              <PartyName one={one} language={language} />
              {' · '}
              <Day day={one.since} language={language} />
              {one.standing === 'endorsed-with-statement' && (
                <>
                  {' · '}
                  <a href={`#statement-${one.code}`}>{say(language, 'with-statement')}</a>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {growth.length > 1 && <Growth growth={growth} language={language} />}
      {others.length > 0 && <Others others={others} language={language} />}
      {statements.length > 0 && (
        <>
          <h2>{say(language, 'statements')}</h2>
          {statements.map(({ one, act, statement }) => (
            <section id={`statement-${one.code}`}>
              <h3>
                <PartyName one={one} language={language} />
              </h3>
              <p>
                {say(language, `act.${act.act}`)} · <Day day={act.on} language={language} />
                {act.paragraphs.length > 0 && (
                  <>
                    {' · '}
                    {say(language, 'of-paragraphs')} <bdi>{act.paragraphs.join(', ')}</bdi>
                  </>
                )}
              </p>
              <Statement text={statement} language={language} />
            </section>
          ))}
        </>
      )}
    </>
  )
}

const PartyName = ({ one, language }: { one: PartyPosition; language: Language }) => (
  <a href={hrefOf(language, `/parties/${one.code}`)}>{one.name}</a>
)

const Statement = ({ text, language }: { text: Text; language: Language }) => (
  <blockquote>
    <Prose in={readingOf(text, language)} language={language} />
  </blockquote>
)

/** The list grows after publication: how many stood on it at the end of which day. */
function Growth({ growth, language }: Pick<Props, 'growth' | 'language'>) {
  return (
    <Table
      caption={say(language, 'growth')}
      columns={[say(language, 'day'), say(language, 'endorsements')]}
      rows={growth.map(({ on, count }) => [
        <Day day={on} language={language} />,
        sayNumber(language, count),
      ])}
    />
  )
}

function Others({ others, language }: { others: readonly PartyPosition[]; language: Language }) {
  return (
    <>
      <h3>{say(language, 'others')}</h3>
      <ul>
        {others.map((one) => {
          const last = one.acts.at(-1)
          return (
            <li>
              <PartyName one={one} language={language} />
              {last && (
                <>
                  {' · '}
                  {say(language, `act.${last.act}`)} · <Day day={last.on} language={language} />
                  {last.paragraphs.length > 0 && (
                    <>
                      {' · '}
                      {say(language, 'of-paragraphs')} <bdi>{last.paragraphs.join(', ')}</bdi>
                    </>
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
