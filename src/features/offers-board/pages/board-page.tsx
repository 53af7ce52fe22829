import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ANY, BOARD_SIDES, type Subscription } from '../../offers/following/model.ts'
import type { Sought } from '../../offers/needs/model.ts'
import type { Shown } from '../../offers/shown.ts'
import { sayAmount, sayBoardSide, sayOffered, sayPart } from '../../offers/terms.print.ts'
import { OFFERED } from '../../offers/units.model.ts'
import { addressOfBoard, addressOfOffers, byName, type Wish } from '../choices.ts'
import { say } from '../words.ts'
import { capabilityName, capabilityOptions, type Desk, partyName } from './names.tsx'
import { NeedFacts } from './need-facts.tsx'
import { Facts, shownFacts } from './offer-facts.tsx'

export interface BoardFacts {
  wish: Wish
  sought: readonly Sought[]
  offered: readonly Shown[]
  /** What the reader follows; null where they cannot be told. */
  followed: readonly Subscription[] | null
  /** The parties for which the reader speaks. */
  own: readonly string[]
}

/** What is sought and what is offered, as delegations read it of each other. */
export function BoardPage({ desk, facts }: { desk: Desk; facts: BoardFacts }) {
  const { language } = desk.viewer
  const { wish, sought, offered, followed, own } = facts
  const [party] = own
  return (
    <Frame
      place={desk}
      title={say(language, 'board.title')}
      steps={[{ href: '', label: say(language, 'board.title') }]}
    >
      <p class="lead">{say(language, 'board.lead')}</p>
      {party !== undefined && (
        <p class="deeds">
          <a class="btn" href={hrefOf(language, addressOfOffers(desk.conference, party))}>
            {say(language, 'own.title')}
          </a>
        </p>
      )}
      <Filters desk={desk} wish={wish} />
      <Part id="board">
        {wish.side !== 'offered' && (
          <section aria-labelledby="sought">
            <h2 id="sought">{sayBoardSide(language, 'sought')}</h2>
            {sought.length === 0 && <Empty>{say(language, 'board.sought.none')}</Empty>}
            <ul class="list-none ps-0">
              {sought.map((need) => (
                <li class="border-t border-base-300 py-4">
                  <h3 class="mt-0">
                    {capabilityName(desk, need.terms.capability)}
                    {' · '}
                    {sayAmount(language, need.terms.units, 'unit')}
                  </h3>
                  <NeedFacts desk={desk} need={need} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {wish.side !== 'sought' && (
          <section aria-labelledby="offered">
            <h2 id="offered">{sayBoardSide(language, 'offered')}</h2>
            {offered.length === 0 && <Empty>{say(language, 'board.offered.none')}</Empty>}
            <ul class="list-none ps-0">
              {offered.toSorted(byName(desk.choices)).map((offer) => (
                <li class="border-t border-base-300 py-4">
                  <h3 class="mt-0">{sayPart(language, offer.terms)}</h3>
                  <p class="label">
                    {partyName(desk, offer.party)} · {capabilityName(desk, offer.terms.capability)}
                  </p>
                  <Facts facts={shownFacts(desk, offer.terms)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </Part>
      {followed && <Following desk={desk} followed={followed} wish={wish} />}
    </Frame>
  )
}

function Filters({ desk, wish }: { desk: Desk; wish: Wish }) {
  const { language } = desk.viewer
  const option = (value: string, label: string, chosen: string | undefined) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
  return (
    <form
      class="filters flex flex-wrap items-end gap-x-6 gap-y-2"
      method="get"
      action={hrefOf(language, addressOfBoard(desk.conference))}
    >
      <p>
        <label class="block" for="side">
          {say(language, 'filter.side')}
        </label>
        <select id="side" name="side">
          <option value="">{say(language, 'filter.both')}</option>
          {BOARD_SIDES.map((one) => option(one, sayBoardSide(language, one), wish.side))}
        </select>
      </p>
      <p class="max-w-full">
        <label class="block" for="capability">
          {say(language, 'capability')}
        </label>
        <select id="capability" name="capability" class="w-[22rem] max-w-full">
          <option value="">{say(language, 'filter.all')}</option>
          {desk.choices.capabilities.map(({ code, names }) =>
            option(
              code,
              `${'\u2003'.repeat(code.split('.').length - 1)}${names[language]}`,
              wish.capability,
            ),
          )}
        </select>
      </p>
      <p>
        <label class="block" for="component">
          {say(language, 'component')}
        </label>
        <select id="component" name="component">
          <option value="">{say(language, 'filter.all')}</option>
          {OFFERED.map((one) => option(one, sayOffered(language, one), wish.component))}
        </select>
      </p>
      <p>
        <button class="btn" type="submit">
          {say(language, 'filter.show')}
        </button>
      </p>
    </form>
  )
}

/** What the reader is told of, and what more they could be. */
function Following({
  desk,
  followed,
  wish,
}: {
  desk: Desk
  followed: readonly Subscription[]
  wish: Wish
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  const then = addressOfBoard(conference)
  return (
    <section aria-labelledby="following">
      <h2 id="following">{say(language, 'following')}</h2>
      <p>{say(language, 'following.lead')}</p>
      {followed.length === 0 ? (
        <Empty>{say(language, 'following.none')}</Empty>
      ) : (
        <ul class="list-none ps-0">
          {followed.map(({ side, capability }) => (
            <li class="flex flex-wrap items-center gap-x-6 border-t border-base-300 py-2">
              <span class="grow">
                {sayBoardSide(language, side)} ·{' '}
                {capability === ANY
                  ? say(language, 'following.every')
                  : capabilityName(desk, capability)}
              </span>
              <Deed
                viewer={viewer}
                command="offers.unsubscribe"
                of={`${side}-${capability}`}
                then={then}
                fixed={{ conference, side, ...(capability !== ANY && { capability }) }}
                label={say(language, 'following.stop')}
              />
            </li>
          ))}
        </ul>
      )}
      <Form
        viewer={viewer}
        command="offers.subscribe"
        then={then}
        fixed={{ conference }}
        keep={false}
      >
        <ChoiceField
          name="side"
          label={say(language, 'following.side')}
          value={wish.side ?? 'offered'}
          options={BOARD_SIDES.map((one) => ({ value: one, label: sayBoardSide(language, one) }))}
        />
        <SelectField
          name="capability"
          label={say(language, 'capability')}
          hint={say(language, 'following.below')}
          none={say(language, 'following.every')}
          value={wish.capability}
          options={capabilityOptions(desk)}
        />
        <Submit>{say(language, 'following.do')}</Submit>
      </Form>
    </section>
  )
}
