import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Identifier } from '../../../ui/text.tsx'
import { Title, Wording } from '../../conferences/pages/facts.tsx'
import type { PledgeDesk } from '../../pledges/pages/pledge/desk.tsx'
import { Promised } from '../../pledges/pages/pledge/promised.tsx'
import { Shares } from '../../pledges/pages/pledge/shares.tsx'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'
import { Frame } from './frame.tsx'

/** Exactly what everybody will see, before it is announced in one act. */
export function AnnouncePage({ desk, pledges }: { desk: Desk; pledges: readonly PledgeDesk[] }) {
  const { viewer, conference } = desk
  const { language } = viewer
  return (
    <Frame
      desk={desk}
      title={say(language, 'announce')}
      steps={[{ href: '', label: say(language, 'announce') }]}
    >
      {pledges.length === 0 ? (
        <Empty>{say(language, 'announce.none')}</Empty>
      ) : (
        <>
          <Notice>{say(language, 'announce.note')}</Notice>
          {pledges.map((pledge) => (
            <article class="border-t border-base-300 py-6" id={pledge.pledge.id}>
              <p class="label mb-1">
                <a href={hrefOf(language, `/${conference}/desk/pledges/${pledge.pledge.id}`)}>
                  <Identifier>{pledge.pledge.id}</Identifier>
                </a>
              </p>
              <h2>
                <Title text={pledge.pledge.terms.title} language={language} />
              </h2>
              <p>
                <Wording text={pledge.pledge.terms.summary} language={language} />
              </p>
              <details>
                <summary>{say(language, 'announce.everything')}</summary>
                <Shares desk={pledge} />
                <Promised desk={pledge} />
              </details>
            </article>
          ))}
          <Form
            viewer={viewer}
            command="pledges.announce"
            then={`/${conference}/desk/pledges`}
            fixed={{ conference }}
            keep={false}
          >
            {pledges.map(({ pledge }) => (
              <input type="hidden" name="pledges" value={pledge.id} />
            ))}
            <Submit>{say(language, 'announce.do', { count: pledges.length })}</Submit>
          </Form>
        </>
      )}
    </Frame>
  )
}
