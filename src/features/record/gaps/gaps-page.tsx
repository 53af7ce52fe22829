import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, Words } from '../../../ui/text.tsx'
import { Issuer } from '../../capabilities/pages/issuer.tsx'
import type { Paper } from '../../capabilities/requirements.model.ts'
import { KNOWN } from '../count/ages.ts'
import { CountLink, PledgeCount } from '../pages/counted.tsx'
import { say } from '../words.ts'
import { BeforeEditions } from './before-editions.tsx'
import type { Shown } from './facts.ts'
import { familiesNamedIn, reasonOf } from './families.ts'
import { familiesIn, gapsChart, issuersOf, nameOf, sayGap, sayNaming } from './gaps-chart.tsx'
import { type Measured, missionGaps, readinessGaps } from './measures.ts'
import { filterSince, type Named } from './named.ts'

interface Page {
  language: Language
  facts: Shown
}

/** What is named short again and again, since when and by whom; what was pledged since; and what nobody can tell. */
export function GapsPage({ language, facts }: Page) {
  const families = familiesIn(language, facts)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, 'more.gaps') },
        ]}
      />
      <h1>{say(language, 'more.gaps')}</h1>
      <p class="lead">{say(language, 'gaps.lead')}</p>
      <Chart
        id="persistence"
        language={language}
        of={gapsChart(language, facts)}
        downloads={hrefOf(language, '/gaps')}
        heading="h2"
      />
      <h2 id="families">{say(language, 'gaps.families')}</h2>
      <Families language={language} facts={facts} families={families} />
      <Measures language={language} facts={facts} families={families} />
      <BeforeEditions language={language} facts={facts} />
      <Texts language={language} facts={facts} />
    </>
  )
}

/** A family of capabilities, leading to its own page. */
export const FamilyLink = ({ language, facts, family }: Page & { family: string }) => (
  <a href={hrefOf(language, `/capabilities/${family}`)}>{nameOf(language, facts, family)}</a>
)

interface Several extends Page {
  families: readonly Named[]
}

function Families({ language, facts, families }: Several) {
  const { papers, accepted } = facts
  return (
    <Table
      caption={say(language, 'gaps.families.text')}
      columns={(['family', 'named', 'by', 'pledged', 'mission', 'readiness'] as const).map(
        (column) => say(language, `gaps.${column}`),
      )}
      rows={families.map((family) => [
        <span id={family.capability}>
          <FamilyLink language={language} facts={facts} family={family.capability} />
        </span>,
        <>
          {sayNaming(language, family)}
          <small class="block">
            {say(language, 'gaps.texts', { count: family.namings.length })}
          </small>
        </>,
        issuersOf(language, family, facts).map((issuer, place) => (
          <>
            {place > 0 && ' · '}
            <Bdi>{issuer}</Bdi>
          </>
        )),
        <PledgedSince language={language} family={family} />,
        <Gap language={language} gaps={missionGaps(papers, family.capability, accepted)} />,
        <Gap language={language} gaps={readinessGaps(papers, family.capability)} />,
      ])}
    />
  )
}

/** How many pledges there are since, and what is known of them; each number leads to its list. */
function PledgedSince({ language, family }: { language: Language; family: Named }) {
  const since = filterSince(family)
  const occurring = KNOWN.filter((known) => family.known[known] > 0)
  return (
    <>
      <PledgeCount language={language} filter={since} number={family.pledged} />
      <small class="block leading-8">
        {occurring.map((known, place) => (
          <>
            {place > 0 && ' · '}
            {say(language, `known.${known}`)}
            {say(language, 'colon')}
            <CountLink language={language} rule="pledges" filter={{ ...since, known }}>
              {sayNumber(language, family.known[known])}
            </CountLink>
          </>
        ))}
      </small>
    </>
  )
}

/** A gap in words; unknown where it cannot be told, which is not the same as none. */
const Gap = ({ language, gaps }: { language: Language; gaps: readonly Measured[] }) => (
  <>{sayGap(language, gaps) ?? <span class="empty">{say(language, 'gaps.unknown.short')}</span>}</>
)

/** Both measures by name, what each is, and for how many families it can be told. */
function Measures({ language, facts, families }: Several) {
  const { papers, accepted } = facts
  const told = {
    mission: families.filter((one) =>
      sayGap(language, missionGaps(papers, one.capability, accepted)),
    ).length,
    readiness: families.filter((one) => sayGap(language, readinessGaps(papers, one.capability)))
      .length,
  }
  return (
    <>
      <h2 id="measures">{say(language, 'gaps.measures')}</h2>
      <p>{say(language, 'gaps.measures.text')}</p>
      <dl>
        {(['mission', 'readiness'] as const).map((measure) => (
          <>
            <dt>{say(language, `gaps.${measure}`)}</dt>
            <dd>
              <p>{say(language, `gaps.${measure}.text`)}</p>
              <p class="mark">
                {told[measure] === 0
                  ? say(language, 'gaps.unknown')
                  : say(language, 'gaps.told', { known: told[measure], all: families.length })}
              </p>
            </dd>
          </>
        ))}
      </dl>
    </>
  )
}

/** Every text by date: who says it, and which families it names, or that its types are not stated in public. */
function Texts({ language, facts }: Page) {
  return (
    <>
      <h2 id="texts">{say(language, 'gaps.papers')}</h2>
      <Table
        caption={say(language, 'gaps.sample', {
          all: facts.papers.length,
          told: facts.papers.filter((paper) => familiesNamedIn(paper).length > 0).length,
        })}
        columns={(['date', 'text', 'by', 'families.named'] as const).map((column) =>
          say(language, `gaps.${column}`),
        )}
        rows={facts.papers.map((paper) => [
          <time datetime={paper.date}>{sayPartialDay(language, paper.date)}</time>,
          <a href={hrefOf(language, `/requirements/${paper.id}`)}>
            <Words in={readingOf(paper.title, language)} language={language} />
          </a>,
          <Issuer language={language} paper={paper} parties={facts.parties} />,
          <NamedIn language={language} facts={facts} paper={paper} />,
        ])}
      />
    </>
  )
}

/** The families that a text names, or why it names none. */
function NamedIn({ language, facts, paper }: Page & { paper: Paper }) {
  const why = reasonOf(paper)
  if (why) return <span class="empty">{say(language, `gaps.${why}`)}</span>
  return (
    <>
      {familiesNamedIn(paper).map((family, place) => (
        <>
          {place > 0 && ' · '}
          <FamilyLink language={language} facts={facts} family={family} />
        </>
      ))}
    </>
  )
}
