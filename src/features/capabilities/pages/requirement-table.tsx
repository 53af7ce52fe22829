import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { sayList } from '../../../i18n/numbers.ts'
import { sayQuantity } from '../../../i18n/quantities.ts'
import type { Language } from '../../../kernel/language.ts'
import { same } from '../../../kernel/same.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { acronymIn, type Mission } from '../../parties/missions.model.ts'
import type { Labels, Party } from '../../parties/model.ts'
import type { CapabilityCode } from '../model.ts'
import { anchorOf, type CLASSIFIED, type Paper, type Requirement } from '../requirements.model.ts'
import { say } from '../words.ts'
import { PartyOn } from './issuer.tsx'
import { Ours, Own } from './marks.tsx'

interface Facts {
  paper: Pick<Paper, 'date' | 'sources'>
  names: ReadonlyMap<CapabilityCode, Labels>
  missions: readonly Pick<Mission, 'acronym' | 'names' | 'acronyms'>[]
  parties: ReadonlyMap<string, Party>
}

interface Shown {
  language: Language
  facts: Facts
  requirement: Requirement
}

/** Everything that a paper names, each with all that is known of it; what is not known is said to be so. */
export function RequirementTable({
  language,
  facts,
  requirements,
  side,
}: Omit<Shown, 'requirement'> & {
  requirements: readonly Requirement[]
  side: Requirement['side']
}) {
  const needed = side === 'need'
  return (
    <Table
      caption={say(language, 'needs.caption')}
      columns={[
        say(language, 'words'),
        say(language, 'capability'),
        say(language, 'quantity'),
        ...(needed
          ? [say(language, 'for'), say(language, 'needed-by'), say(language, 'urgency')]
          : []),
      ]}
      rows={requirements.map((requirement) => {
        const shown = { language, facts, requirement }
        return [
          <Named {...shown} />,
          <Types {...shown} />,
          <Amount {...shown} />,
          ...(needed ? [<Where {...shown} />, <When {...shown} />, <Urgency {...shown} />] : []),
        ]
      })}
    />
  )
}

const Unknown = ({ children }: { children?: Child }) => <span class="empty">{children}</span>

const marked = ({ language, requirement: { ours } }: Shown, part: (typeof CLASSIFIED)[number]) =>
  ours.includes(part) && <Ours language={language} />

/** What is named, in the words of its place; below them what only some requirements have. */
function Named(shown: Shown) {
  const { language, facts, requirement } = shown
  const { words, components, addressedTo, note, sources } = requirement
  return (
    <div id={anchorOf(requirement)}>
      <Own text={words} language={language} />
      {addressedTo && (
        <Detail name={say(language, 'asked-of')}>
          <PartyOn
            language={language}
            code={addressedTo}
            date={facts.paper.date}
            parties={facts.parties}
          />
        </Detail>
      )}
      {requirement.language && (
        <Detail name={say(language, 'speaks')}>
          <Bdi lang={requirement.language}>{LANGUAGE_NAMES[requirement.language]}</Bdi>
          {marked(shown, 'language')}
        </Detail>
      )}
      {components.length > 0 && (
        <Detail name={say(language, 'parts')}>
          {sayList(
            language,
            components.map((one) => say(language, `component.${one}`)),
          )}
          {marked(shown, 'components')}
        </Detail>
      )}
      {note && (
        <small class="block font-normal">
          <Own text={note} language={language} />
        </small>
      )}
      {!same(sources, facts.paper.sources) &&
        sources.map((source) => (
          <small class="block font-normal">
            <SourceLink source={source} language={language} />
          </small>
        ))}
    </div>
  )
}

const Detail = ({ name, children }: { name: string; children?: Child }) => (
  <small class="block font-normal">
    {name} · {children}
  </small>
)

/** The capabilities that we read in the words, or that no type is stated. */
function Types(shown: Shown) {
  const { language, facts, requirement } = shown
  if (requirement.capabilities.length === 0) {
    return <Unknown>{say(language, 'types-unknown')}</Unknown>
  }
  return (
    <>
      {requirement.capabilities.map((code, place) => (
        <>
          {place > 0 && ' · '}
          <a href={hrefOf(language, `/capabilities/${code}`)}>
            {facts.names.get(code)?.[language] ?? code}
          </a>
        </>
      ))}
      {marked(shown, 'capabilities')}
    </>
  )
}

const Amount = ({ language, requirement: { quantity } }: Shown) =>
  quantity.kind === 'none' ? (
    <Unknown>{sayQuantity(language, quantity)}</Unknown>
  ) : (
    <span>{sayQuantity(language, quantity)}</span>
  )

/** The mission, or the kind of need, that it is for. */
function Where(shown: Shown) {
  const { language, facts, requirement } = shown
  const mission = facts.missions.find(({ acronym }) => acronym === requirement.mission)
  if (mission) {
    return (
      <abbr title={mission.names[language]}>
        <Bdi>{acronymIn(mission, language)}</Bdi>
      </abbr>
    )
  }
  if (!requirement.scope) return <Unknown>{say(language, 'not-stated')}</Unknown>
  return (
    <>
      {say(language, `scope.${requirement.scope}`)}
      {marked(shown, 'scope')}
    </>
  )
}

const When = ({ language, requirement: { neededBy } }: Shown) =>
  neededBy ? (
    <Own text={neededBy.words} language={language} />
  ) : (
    <Unknown>{say(language, 'not-stated')}</Unknown>
  )

/** How pressing it was said to be, in its words first, then as we sort it. */
function Urgency(shown: Shown) {
  const { language, requirement } = shown
  const { urgency, urgencyWords } = requirement
  return (
    <>
      {urgencyWords ? (
        <Own text={urgencyWords} language={language} />
      ) : (
        <Unknown>{say(language, 'not-stated')}</Unknown>
      )}
      {urgency && (
        <small class="block">
          {say(language, `urgency.${urgency}`)} ·{marked(shown, 'urgency')}
        </small>
      )}
    </>
  )
}
