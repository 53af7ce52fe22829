import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { Sources } from '../../../ui/facts.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Mission } from '../../parties/missions.model.ts'
import type { Labels, Party } from '../../parties/model.ts'
import type { CapabilityCode } from '../model.ts'
import { needsOf, offersIn, type Paper, successorOf } from '../requirements.model.ts'
import { say } from '../words.ts'
import { Issuer } from './issuer.tsx'
import { Own } from './marks.tsx'
import { RequirementTable } from './requirement-table.tsx'

export interface PaperFacts {
  paper: Paper
  papers: readonly Pick<Paper, 'id' | 'date' | 'supersedes'>[]
  names: ReadonlyMap<CapabilityCode, Labels>
  missions: readonly Pick<Mission, 'acronym' | 'names' | 'acronyms'>[]
  parties: ReadonlyMap<string, Party>
  conference: Outline | null
}

interface Shown {
  language: Language
  facts: PaperFacts
}

/** One paper or statement: who says it, what it takes the place of, and everything that it names. */
export function PaperPage({ language, facts, children }: Shown & { children?: Child }) {
  const { paper } = facts
  const [needs, offers] = [needsOf(paper), offersIn(paper)]
  const said = sayPartialDay(language, paper.date)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/requirements'), label: say(language, 'requirements') },
          { href: '', label: said },
        ]}
      />
      <p class="label">
        {say(language, `paper.${paper.kind}`)} · <time datetime={paper.date}>{said}</time>
      </p>
      <h1>
        <Title text={paper.title} language={language} />
      </h1>
      <Standing language={language} facts={facts} />
      <h2 id="named">{say(language, 'needs.named')}</h2>
      {needs.length > 0 ? (
        <RequirementTable language={language} facts={facts} requirements={needs} side="need" />
      ) : (
        <Empty>{say(language, offers.length > 0 ? 'needs.none-here' : 'content.unknown')}</Empty>
      )}
      {offers.length > 0 && (
        <>
          <h2 id="offered">{say(language, 'offers')}</h2>
          <Notice>{say(language, 'offers.note')}</Notice>
          <RequirementTable language={language} facts={facts} requirements={offers} side="supply" />
        </>
      )}
      {children}
      <p class="mark">{say(language, 'texts.ours')}</p>
    </>
  )
}

/** Voice, edition, succession, and what is to be known of the text itself. */
function Standing({ language, facts: { paper, papers, parties, conference } }: Shown) {
  return (
    <>
      <dl>
        <dt>{say(language, 'issuer')}</dt>
        <dd>
          <Issuer language={language} paper={paper} parties={parties} />
        </dd>
        {conference && (
          <>
            <dt>{say(language, 'conference')}</dt>
            <dd>
              <a href={hrefOf(language, `/${conference.id}`)}>
                <Title text={conference.name} language={language} />
              </a>
            </dd>
          </>
        )}
        <Neighbour
          language={language}
          name={say(language, 'supersedes')}
          paper={papers.find(({ id }) => id === paper.supersedes)}
        />
        <Neighbour
          language={language}
          name={say(language, 'superseded-by')}
          paper={successorOf(papers, paper.id)}
        />
        {paper.note && (
          <>
            <dt>{say(language, 'note')}</dt>
            <dd>
              <Own text={paper.note} language={language} />
            </dd>
          </>
        )}
      </dl>
      <Sources sources={paper.sources} language={language} />
    </>
  )
}

const Neighbour = ({
  language,
  name,
  paper,
}: {
  language: Language
  name: string
  paper: Pick<Paper, 'id' | 'date'> | null | undefined
}) =>
  paper && (
    <>
      <dt>{name}</dt>
      <dd>
        <a href={hrefOf(language, `/requirements/${paper.id}`)}>
          <time datetime={paper.date}>{sayPartialDay(language, paper.date)}</time>
        </a>
      </dd>
    </>
  )
