import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Party } from '../../parties/model.ts'
import {
  anchorOf,
  needsOf,
  offersIn,
  type Paper,
  type Requirement,
  successorOf,
} from '../requirements.model.ts'
import { say } from '../words.ts'
import { Issuer } from './issuer.tsx'
import { Own } from './marks.tsx'

export interface RequirementsFacts {
  papers: readonly Paper[]
  parties: ReadonlyMap<string, Party>
}

interface Shown {
  language: Language
  facts: RequirementsFacts
}

/** The papers and statements that say what is needed, newest first. */
export function RequirementsPage({ language, facts, children }: Shown & { children?: Child }) {
  return (
    <>
      <h1>{say(language, 'requirements')}</h1>
      <p class="lead">{say(language, 'requirements.lead')}</p>
      {children}
      <h2>{say(language, 'papers')}</h2>
      <dl>
        {facts.papers.toReversed().map((paper) => (
          <>
            <dt>
              <time datetime={paper.date}>{sayPartialDay(language, paper.date)}</time>
              <span class="block">{say(language, `paper.${paper.kind}`)}</span>
            </dt>
            <dd>
              <Entry language={language} facts={facts} paper={paper} />
            </dd>
          </>
        ))}
      </dl>
      <p>
        <a href={hrefOf(language, '/capabilities')}>{say(language, 'title')}</a>
      </p>
      <p class="mark">{say(language, 'texts.ours')}</p>
    </>
  )
}

function Entry({ language, facts, paper }: Shown & { paper: Paper }) {
  const [needs, offers] = [needsOf(paper), offersIn(paper)]
  const href = hrefOf(language, `/requirements/${paper.id}`)
  return (
    <>
      <p class="mb-1">
        <a class="font-semibold" href={href}>
          <Own text={paper.title} language={language} />
        </a>
      </p>
      <p class="mark mb-1">
        <Issuer language={language} paper={paper} parties={facts.parties} />
        <Succession language={language} papers={facts.papers} paper={paper} />
      </p>
      {paper.requirements.length === 0 && (
        <p class="empty mb-1">{say(language, 'content.unknown')}</p>
      )}
      <Listed
        language={language}
        href={href}
        label={say(language, 'needs.count', { count: needs.length })}
        listed={needs}
      />
      <Listed
        language={language}
        href={href}
        label={say(language, 'offers.count', { count: offers.length })}
        listed={offers}
      />
    </>
  )
}

/** How many things a text names, and which. */
function Listed({
  language,
  href,
  label,
  listed,
}: {
  language: Language
  href: string
  label: string
  listed: readonly Requirement[]
}) {
  if (listed.length === 0) return null
  return (
    <>
      <p class="label mb-0">{label}</p>
      <ul class="mb-1">
        {listed.map((requirement) => (
          <li class="mb-0">
            <a class="no-underline" href={`${href}#${anchorOf(requirement)}`}>
              <Own text={requirement.words} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Which paper took the place of which, of those that are known. */
function Succession({
  language,
  papers,
  paper,
}: {
  language: Language
  papers: readonly Paper[]
  paper: Paper
}) {
  const steps = [
    { label: 'supersedes', to: papers.find(({ id }) => id === paper.supersedes) },
    { label: 'superseded-by', to: successorOf(papers, paper.id) },
  ] as const
  return (
    <>
      {steps.map(
        ({ label, to }) =>
          to && (
            <>
              {' · '}
              {say(language, label)}{' '}
              <a href={hrefOf(language, `/requirements/${to.id}`)}>
                <time datetime={to.date}>{sayPartialDay(language, to.date)}</time>
              </a>
            </>
          ),
      )}
    </>
  )
}
