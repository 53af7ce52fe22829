import { sayDay } from '../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { anchorOf } from '../../capabilities/requirements.model.ts'
import type { Sought } from '../../offers/needs/model.ts'
import { sayReadiness } from '../../offers/terms.print.ts'
import { say } from '../words.ts'
import { type Desk, missionName } from './names.tsx'
import { Dates, Facts } from './offer-facts.tsx'

/** What a need says to whoever reads the board. */
export function NeedFacts({ desk, need: { terms } }: { desk: Desk; need: Pick<Sought, 'terms'> }) {
  const { language } = desk.viewer
  const { from, until, startBy, mission, languages, minimumReadiness, requirement, words } = terms
  const [paper = ''] = requirement?.split('.') ?? []
  return (
    <Facts
      facts={[
        [say(language, 'dates'), <Dates language={language} from={from} until={until} />],
        ...(startBy
          ? [
              [
                say(language, 'need.start-by'),
                <time datetime={startBy}>{sayDay(language, startBy)}</time>,
              ] as const,
            ]
          : []),
        ...(mission ? [[say(language, 'need.mission'), missionName(desk, mission)] as const] : []),
        ...(languages.length > 0
          ? [
              [
                say(language, 'need.languages'),
                languages.map((one, place) => (
                  <>
                    {place > 0 && ' · '}
                    <bdi lang={one}>{LANGUAGE_NAMES[one]}</bdi>
                  </>
                )),
              ] as const,
            ]
          : []),
        ...(minimumReadiness > 0
          ? [[say(language, 'need.readiness'), sayReadiness(language, minimumReadiness)] as const]
          : []),
        ...(requirement
          ? [
              [
                say(language, 'need.paper'),
                <a
                  href={hrefOf(language, `/requirements/${paper}#${anchorOf({ id: requirement })}`)}
                >
                  <bdi>{requirement}</bdi>
                </a>,
              ] as const,
            ]
          : []),
        ...(words
          ? [[say(language, 'words.said'), <bdi class="wrap-anywhere">{words}</bdi>] as const]
          : []),
      ]}
    />
  )
}
