import type { Child } from 'hono/jsx'
import { sayQuantity } from '../../../i18n/quantities.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title, Wording } from '../../conferences/pages/facts.tsx'
import { Differences } from '../../pledges/pages/differences.tsx'
import { History } from '../../pledges/pages/history.tsx'
import type { PledgeDesk } from '../../pledges/pages/pledge/desk.tsx'
import { Promised } from '../../pledges/pages/pledge/promised.tsx'
import { AtAGlance } from '../../pledges/pages/pledge/summary.tsx'
import type { Desk } from '../desk.tsx'
import { addressOfPledges } from '../model.ts'
import type { OwnFacts } from '../own.ts'
import { say } from '../words.ts'
import { AlikeList, Elements, Problems } from './aside.tsx'
import { Deeds } from './deeds.tsx'
import { Frame } from './frame.tsx'
import { Partners } from './partners.tsx'

/** A pledge as those see it who work on it: how far it is, what is to be done, who takes part, what it says. */
export function OwnPage({
  desk,
  own,
  pledge,
  children,
}: {
  desk: Desk
  own: OwnFacts
  pledge: PledgeDesk
  /** What later features know of it. */
  children?: Child
}) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const at = `${addressOfPledges(conference, party)}/${own.id}`
  return (
    <Frame
      desk={desk}
      title={<Title text={pledge.pledge.terms.title} language={language} />}
      steps={[{ href: '', label: own.id }]}
    >
      <Part id="own">
        <p class="label">
          <Identifier>{own.id}</Identifier>
          {BETWEEN}
          <strong>{say(language, `state.${own.state}`)}</strong>
          {own.isPublic && (
            <>
              {BETWEEN}
              <a href={hrefOf(language, `/pledges/${own.id}`)}>{say(language, 'public-page')}</a>
            </>
          )}
        </p>
        <StateNote language={language} own={own} />
        <p class="lead">
          <Wording text={pledge.pledge.terms.summary} language={language} />
        </p>
        {own.isAuthor && !own.isPublic && (
          <Problems
            language={language}
            problems={own.problems}
            form="form-pledges-write"
            at={hrefOf(language, `${at}/write`)}
          />
        )}
        <Deeds desk={desk} own={own} at={at} />
        <Partners desk={desk} own={own} pledge={pledge} />
        {own.isPublic ? <AtAGlance desk={pledge} /> : <HowMuch desk={pledge} />}
        <Promised desk={pledge} />
        {children}
        <Differences
          desk={pledge}
          title={say(language, own.isPublic ? 'differences.amendment' : 'differences.submission')}
          differences={own.differences}
          before={own.before}
        />
        {own.isAuthor && <Elements language={language} elements={own.elements} />}
        <AlikeList desk={desk} alike={own.alike} />
        <History desk={pledge} zone={desk.zone} deeds={own.deeds} />
      </Part>
    </Frame>
  )
}

/** Of what is not public yet nothing is reported: only how much is promised. */
function HowMuch({ desk: { language, pledge } }: { desk: PledgeDesk }) {
  const { quantity } = pledge.terms
  if (quantity.kind === 'none') return null
  return (
    <dl>
      <dt>{say(language, 'write.quantity')}</dt>
      <dd>{sayQuantity(language, quantity)}</dd>
    </dl>
  )
}

/** What the state means for whoever reads it. */
function StateNote({ language, own }: { language: Language; own: OwnFacts }) {
  const { state, returned, isAuthor } = own
  if (state === 'returned' && returned) {
    return (
      <Notice tone="warning">
        {say(language, 'returned.note')} <Wording text={returned} language={language} />
      </Notice>
    )
  }
  if (state === 'draft') {
    return <Notice>{say(language, isAuthor ? 'draft.note' : 'draft.partner-note')}</Notice>
  }
  if (state === 'submitted' || state === 'accepted') {
    return <Notice>{say(language, `${state}.note`)}</Notice>
  }
  return null
}
