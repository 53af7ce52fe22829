import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Choose, capabilityOptions, editionOptions } from '../choose.tsx'
import { queryOf } from '../count/address.ts'
import { CountLink } from '../pages/counted.tsx'
import { say } from '../words.ts'
import type { MapFacts, Placed } from './facts.ts'
import { mapChart, placesIn } from './map-chart.tsx'
import { filterOfState, type MapWish } from './presence.ts'

/** Every Member and observer State as one tile of its regional group, and below them all by name. */
export function MapPage({ language, facts }: { language: Language; facts: MapFacts }) {
  const { wish, editions, entries, names } = facts
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, 'more.map') },
        ]}
      />
      <h1>{say(language, 'more.map')}</h1>
      <p class="lead">{say(language, 'map.lead')}</p>
      <Choose
        language={language}
        address="/record/map"
        choices={[
          {
            name: 'edition',
            label: say(language, 'edition'),
            chosen: wish.edition,
            options: editionOptions(
              language,
              editions.map(({ outline }) => outline),
            ),
          },
          {
            name: 'capability',
            label: say(language, 'capability'),
            chosen: wish.capability,
            options: capabilityOptions(language, names, entries),
          },
        ]}
      />
      <Chart
        id="states-map"
        language={language}
        of={mapChart(language, facts)}
        downloads={hrefOf(language, '/record/map')}
        query={queryOf(wish)}
        heading="h2"
      />
      <h2 id="states">{say(language, 'map.states')}</h2>
      <p>{say(language, 'map.states.text')}</p>
      {[...placesIn(language, facts)].map(([group, states]) => (
        <section aria-label={group}>
          <h3>{group}</h3>
          <ul class="columns-[15rem] list-none gap-x-10 ps-0 [&>li]:break-inside-avoid">
            {states.map((state) => (
              <State language={language} state={state} wish={wish} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const State = ({ language, state, wish }: { language: Language; state: Placed; wish: MapWish }) => (
  <li>
    <a href={hrefOf(language, `/parties/${state.code}`)}>{state.name}</a>
    {state.pledges > 0 && (
      <small>
        {' · '}
        <CountLink language={language} rule="pledges" filter={filterOfState(wish, state.code)}>
          {sayNumber(language, state.pledges)}
        </CountLink>
      </small>
    )}
  </li>
)
