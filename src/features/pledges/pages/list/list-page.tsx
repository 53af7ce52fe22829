import type { Language } from '../../../../kernel/language.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Empty } from '../../../../ui/notices.tsx'
import { Part } from '../../../../ui/part.tsx'
import type { Line } from '../../find/lines.ts'
import { addressOfList, filtersOf, ORDERS, type Wish } from '../../find/wish.ts'
import { say } from '../../words.ts'
import { PledgeLine } from '../line.tsx'
import type { Desk } from '../names.tsx'
import { Remarks } from '../remarks.tsx'
import { ActiveFilters } from './active.tsx'
import type { Offered } from './choices.tsx'
import { WishForm } from './form.tsx'
import { Pages } from './paging.tsx'
import { Capabilities, Ways } from './registers.tsx'

export interface ListFacts {
  /** The pledges of the page, in order. */
  lines: readonly Line[]
  /** How many match in all, and the page that is shown. */
  count: number
  page: number
  pages: number
  offered: Offered
}

export interface Asked {
  desk: Desk
  facts: ListFacts
  wish: Wish
}

/** All pledges, by what a reader asks for; without a question, the ways in come first. */
export function ListPage(asked: Asked) {
  const { desk, facts, wish } = asked
  const { language } = desk
  const asksNothing = wish.q === '' && filtersOf(wish).length === 0
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'list.lead')}</p>
      <WishForm language={language} wish={wish} offered={facts.offered} />
      {asksNothing && facts.page === 1 && <Ways language={language} offered={facts.offered} />}
      <Part id="pledges">
        <h2 class={asksNothing ? undefined : 'sr-only'}>{say(language, 'all')}</h2>
        <ActiveFilters language={language} wish={wish} offered={facts.offered} />
        <Status {...asked} />
        {facts.count === 0 ? (
          <Empty>{say(language, 'none')}</Empty>
        ) : wish.order === 'party' ? (
          <ByParty {...asked} />
        ) : (
          <ol class="list-none ps-0">
            {facts.lines.map((line) => (
              <PledgeLine desk={desk} line={line} />
            ))}
          </ol>
        )}
        <Pages language={language} wish={wish} page={facts.page} pages={facts.pages} />
      </Part>
      {asksNothing && facts.page === 1 && (
        <Capabilities language={language} offered={facts.offered} />
      )}
      <Remarks language={language} />
    </>
  )
}

/** How many there are, and in which order they may stand. */
function Status({ desk: { language }, facts, wish }: Asked) {
  return (
    <div class="mt-6 mb-4 flex flex-wrap items-baseline justify-between gap-x-8">
      <p class="mb-1" role="status">
        {say(language, 'count', { count: facts.count })}
        {facts.pages > 1 && (
          <> · {say(language, 'page-of', { page: `${facts.page}`, pages: `${facts.pages}` })}</>
        )}
      </p>
      {facts.count > 1 && <Orders language={language} wish={wish} />}
    </div>
  )
}

const Orders = ({ language, wish }: { language: Language; wish: Wish }) => (
  <p class="label mb-1">
    {say(language, 'order')}
    {say(language, 'colon')}
    {ORDERS.map((order, i) => (
      <>
        {i > 0 && ' · '}
        {order === wish.order ? (
          <span aria-current="true" class="text-base-content">
            {say(language, `order.${order}`)}
          </span>
        ) : (
          <a href={hrefOf(language, addressOfList({ ...wish, order, page: 1 }))}>
            {say(language, `order.${order}`)}
          </a>
        )}
      </>
    ))}
  </p>
)

/** The pledges of each lead below its name, as a printed register has them. */
function ByParty({ desk, facts: { lines, offered } }: Asked) {
  const groups = Map.groupBy(lines, ({ lead }) => lead)
  return [...groups].map(([lead, all]) => (
    <section class="grid gap-x-10 border-t border-base-content pt-2 mb-8 md:grid-cols-[13rem_1fr]">
      <h3 class="mt-2 mb-2">
        {lead ? (
          <a
            class="text-base-content no-underline hover:underline"
            href={hrefOf(desk.language, `/parties/${lead}`)}
          >
            {offered.parties.get(lead)?.name.short ?? lead}
          </a>
        ) : (
          say(desk.language, 'no-lead')
        )}
      </h3>
      <ol class="mb-0 list-none ps-0 [&>li:first-child]:border-t-0 [&>li:first-child]:pt-2">
        {all.map((line) => (
          <PledgeLine desk={desk} line={line} below={lead} />
        ))}
      </ol>
    </section>
  ))
}
