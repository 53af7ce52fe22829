import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { ReadinessMark } from '../../capabilities/pages/marks.tsx'
import { LEVELS, type Level, STAGES } from '../../pledges/history.model.ts'
import { sayStage } from '../../pledges/pages/says.tsx'
import { CODEBOOK, CODEBOOKS, SELF_STAGE_BESIDE, SELF_STAGE_OF } from '../codebook.ts'
import { POINTS, SELF_STAGES, type SelfStage } from '../scale.model.ts'
import { say } from '../words.ts'

const GRADES = ['A', 'B', 'C'] as const

/** How it is coded here what became of a pledge, by whom, and what is ours in it. */
export function CodebookPage({ language }: { language: Language }) {
  const words = (key: Parameters<typeof say>[1]) => say(language, key)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/'), label: 'Plenum' },
          { href: '', label: words('codebook') },
        ]}
      />
      <h1>{words('codebook')}</h1>
      <p class="lead">{words('codebook.lead')}</p>
      <Terms
        title={words('codebook.points')}
        note={words('codebook.points.note')}
        terms={POINTS.map((point) => ({
          id: point,
          term: words(`point.${point}`),
          meaning: words(`codebook.${point}`),
        }))}
      />
      <Terms
        title={words('codebook.self')}
        note={words('codebook.self.note')}
        terms={SELF_STAGES.map((stage) => ({
          id: stage,
          term: words(`self.${stage}`),
          meaning: words(`codebook.${stage}`),
        }))}
      />
      <Beside language={language} />
      <Terms
        title={words('codebook.readiness')}
        note={words('codebook.readiness.note')}
        terms={LEVELS.map((level) => ({
          id: `level-${level.toLowerCase()}`,
          term: <ReadinessMark level={markOf(level)} language={language} />,
          meaning: words(`codebook.level.${level}`),
        }))}
      />
      <Terms
        title={words('codebook.grades')}
        note={words('codebook.grades.note')}
        terms={GRADES.map((grade) => ({
          id: `grade-${grade.toLowerCase()}`,
          term: grade,
          meaning: words(`codebook.grade.${grade}`),
        }))}
      />
      <Who language={language} />
      <p class="mark">{words('texts')}</p>
    </>
  )
}

const markOf = (level: Level) =>
  level === 'RDL' ? 'rapid-deployment' : (Number(level) as 1 | 2 | 3)

/** Terms, each with what it means; what leads to one finds it by its name. */
const Terms = ({
  title,
  note,
  terms,
}: {
  title: string
  note: string
  terms: readonly { id: string; term: Child; meaning: string }[]
}) => (
  <>
    <h2>{title}</h2>
    <p>{note}</p>
    <dl>
      {terms.map(({ id, term, meaning }) => (
        <>
          <dt id={id}>{term}</dt>
          <dd>{meaning}</dd>
        </>
      ))}
    </dl>
  </>
)

/** The scales side by side, for reading. */
function Beside({ language }: { language: Language }) {
  const selfSaid = (
    stage: SelfStage | null,
    otherwise: 'codebook.none-beside' | 'codebook.nothing-beside',
  ) => say(language, stage ? `self.${stage}` : otherwise)
  const captioned = (...keys: Parameters<typeof say>[1][]) =>
    keys.map((key) => say(language, key)).join(' · ')
  return (
    <>
      <h2>{say(language, 'codebook.beside')}</h2>
      <p>{say(language, 'codebook.beside.note')}</p>
      <div class="grid items-start gap-x-14 lg:grid-cols-2">
        <Table
          caption={captioned('codebook.stage', 'codebook.self-stage')}
          columns={[say(language, 'codebook.stage'), say(language, 'codebook.self-stage')]}
          rows={STAGES.map((stage) => [
            sayStage(language, stage),
            selfSaid(SELF_STAGE_OF[stage], 'codebook.none-beside'),
          ])}
        />
        <Table
          caption={captioned('codebook.point', 'codebook.self-stage')}
          columns={[say(language, 'codebook.point'), say(language, 'codebook.self-stage')]}
          rows={POINTS.map((point) => [
            say(language, `point.${point}`),
            selfSaid(SELF_STAGE_BESIDE[point], 'codebook.nothing-beside'),
          ])}
        />
      </div>
      <p>{say(language, 'codebook.ready')}</p>
    </>
  )
}

/** Who codes and who answers, in how many days, and since when. */
function Who({ language }: { language: Language }) {
  const { comment, answer } = CODEBOOK
  const days = [
    ['codebook.days.first', comment.first],
    ['codebook.days.later', comment.later],
    ['codebook.days.answer', answer],
  ] as const
  return (
    <>
      <h2>{say(language, 'codebook.who')}</h2>
      <p>{say(language, 'codebook.who.reviewer')}</p>
      <p>{say(language, 'codebook.who.ours')}</p>
      <dl>
        {days.map(([key, number]) => (
          <>
            <dt>{say(language, key)}</dt>
            <dd>{sayNumber(language, number)}</dd>
          </>
        ))}
      </dl>
      <h2>{say(language, 'codebook.versions')}</h2>
      <ul>
        {CODEBOOKS.map(({ version, since }) => (
          <li>
            {say(language, 'codebook.version', { version })}
            {' · '}
            <time datetime={since}>
              {say(language, 'codebook.since', { date: sayDay(language, since) })}
            </time>
          </li>
        ))}
      </ul>
    </>
  )
}
