import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Paper } from '../../capabilities/requirements.model.ts'
import type { Outline } from '../../conferences/outline.ts'
import { CountLink } from '../pages/counted.tsx'
import { say } from '../words.ts'
import { type Answer, began, filterOfAnswer, untoldBefore } from './answers.ts'
import type { Shown } from './facts.ts'
import { reasonOf } from './families.ts'
import { inAlphabet, nameOf } from './gaps-chart.tsx'

interface Part {
  language: Language
  facts: Shown
}

/** For each edition, the families that had been named by then, and how many of its pledges are of each. */
export function BeforeEditions({ language, facts }: Part) {
  const editions = began(facts.editions)
  const of = (edition: Outline, anew: boolean) =>
    facts.answers.filter((one) => one.edition === edition.id && one.anew.length > 0 === anew)
  return (
    <>
      <h2 id="editions">
        {say(language, 'gaps.editions')} <small class="mark">{say(language, 'ours')}</small>
      </h2>
      <Table
        caption={`${say(language, 'gaps.editions.text')} ${say(language, 'gaps.editions.numbers')}`}
        columns={[
          say(language, 'edition'),
          say(language, 'gaps.anew'),
          say(language, 'gaps.earlier'),
        ]}
        rows={facts.editions.map((edition) => [
          <Edition language={language} edition={edition} />,
          <Answers
            language={language}
            facts={facts}
            answers={of(edition, true)}
            untold={untoldBefore(facts.papers, editions, edition.id)}
          />,
          <Answers language={language} facts={facts} answers={of(edition, false)} untold={[]} />,
        ])}
      />
    </>
  )
}

const Edition = ({ language, edition }: { language: Language; edition: Outline }) => (
  <>
    <a href={hrefOf(language, `/${edition.id}`)}>
      <Words in={readingOf(edition.shortName, language)} language={language} />
    </a>
    {edition.dates && (
      <small class="block">{sayPartialDay(language, edition.dates.first.slice(0, 7))}</small>
    )}
  </>
)

/** A text that names no family to us, and why. */
const Untold = ({ language, paper }: { language: Language; paper: Paper }) => (
  <small class="block">
    <a href={hrefOf(language, `/requirements/${paper.id}`)}>
      {sayPartialDay(language, paper.date)}
    </a>
    {say(language, 'colon')}
    {say(language, `gaps.${reasonOf(paper) ?? 'untold'}`)}
  </small>
)

/** How many pledges answer each need; the texts whose needs are not known to us stand below. */
function Answers({
  language,
  facts,
  answers,
  untold,
}: Part & { answers: readonly Answer[]; untold: readonly Paper[] }) {
  if (answers.length + untold.length === 0) {
    return <span class="empty">{say(language, 'gaps.none')}</span>
  }
  const named = inAlphabet(language, answers, ({ family }) => nameOf(language, facts, family))
  return (
    <>
      {named.length > 0 && (
        <ul class="columns-[13rem] list-none gap-x-6 ps-0 [&>li]:break-inside-avoid">
          {named.map((answer) => (
            <li>
              {nameOf(language, facts, answer.family)}
              {say(language, 'colon')}
              <CountLink language={language} rule="pledges" filter={filterOfAnswer(answer)}>
                {sayNumber(language, answer.pledges.length)}
              </CountLink>
            </li>
          ))}
        </ul>
      )}
      {untold.map((paper) => (
        <Untold language={language} paper={paper} />
      ))}
    </>
  )
}
