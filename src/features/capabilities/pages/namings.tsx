import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Labels, Party } from '../../parties/model.ts'
import { type CapabilityCode, isWithin } from '../model.ts'
import { anchorOf, type Paper, type Requirement } from '../requirements.model.ts'
import { isNamedAgain, type Shortage, shortageOf } from '../shortage.ts'
import { say } from '../words.ts'
import { Issuer } from './issuer.tsx'
import { Own } from './marks.tsx'

interface Shown {
  language: Language
  facts: {
    capability: { code: CapabilityCode }
    papers: readonly Paper[]
    names: ReadonlyMap<CapabilityCode, Labels>
    parties: ReadonlyMap<string, Party>
  }
}

/** The papers and statements that name a capability as needed, and those that tell what was offered of it. */
export function Namings({ language, facts }: Shown) {
  const shortage = shortageOf(facts.papers, facts.capability.code)
  const named = (side: Requirement['side']) =>
    facts.papers.flatMap((paper) =>
      paper.requirements
        .filter((one) => one.side === side)
        .filter(({ capabilities }) =>
          capabilities.some((code) => isWithin(code, facts.capability.code)),
        )
        .map((requirement) => ({ paper, requirement })),
    )
  const offered = named('supply')
  return (
    <>
      <h2 id="needs">{say(language, 'needs')}</h2>
      {shortage ? (
        <>
          <Since language={language} shortage={shortage} />
          <NamedIn language={language} facts={facts} named={named('need')} />
        </>
      ) : (
        <Empty>{say(language, 'needs.none')}</Empty>
      )}
      {offered.length > 0 && (
        <>
          <h3>{say(language, 'offered')}</h3>
          <ul>
            {offered.map(({ paper, requirement }) => (
              <li>
                <WordsOf language={language} paper={paper} requirement={requirement} /> ·{' '}
                <time datetime={paper.date}>{sayPartialDay(language, paper.date)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** In how many texts, since when and until when, as far as we have read. */
function Since({ language, shortage }: { language: Language; shortage: Shortage }) {
  const { first, last, namings } = shortage
  return (
    <dl>
      <dt>{say(language, 'needs.texts')}</dt>
      <dd>{say(language, 'texts', { count: namings.length })}</dd>
      <dt>{say(language, isNamedAgain(shortage) ? 'needs.first' : 'needs.once')}</dt>
      <dd>
        <time datetime={first}>{sayPartialDay(language, first)}</time>
      </dd>
      {isNamedAgain(shortage) && (
        <>
          <dt>{say(language, 'needs.last')}</dt>
          <dd>
            <time datetime={last}>{sayPartialDay(language, last)}</time>
          </dd>
        </>
      )}
    </dl>
  )
}

function NamedIn({
  language,
  facts,
  named,
}: Shown & { named: readonly { paper: Paper; requirement: Requirement }[] }) {
  const { code } = facts.capability
  const comprises = [...facts.names.keys()].some((one) => one !== code && isWithin(one, code))
  return (
    <Table
      caption={say(language, comprises ? 'needs.below' : 'needs.caption')}
      columns={[
        say(language, 'date'),
        say(language, 'words'),
        say(language, 'urgency'),
        say(language, 'issuer'),
      ]}
      rows={named.map(({ paper, requirement }) => [
        <time class="whitespace-nowrap" datetime={paper.date}>
          {sayPartialDay(language, paper.date)}
        </time>,
        <WordsOf language={language} paper={paper} requirement={requirement} />,
        requirement.urgencyWords ? (
          <Own text={requirement.urgencyWords} language={language} />
        ) : (
          <span class="empty">{say(language, 'not-stated')}</span>
        ),
        <Issuer language={language} paper={paper} parties={facts.parties} />,
      ])}
    />
  )
}

/** What a text names, leading to its place there. */
const WordsOf = ({
  language,
  paper,
  requirement,
}: {
  language: Language
  paper: Paper
  requirement: Requirement
}) => (
  <a href={`${hrefOf(language, `/requirements/${paper.id}`)}#${anchorOf(requirement)}`}>
    <Own text={requirement.words} language={language} />
  </a>
)
