import { SelectField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { LINKS } from '../../pledges/model.ts'
import { sayLink } from '../../pledges/pages/says.tsx'
import { type Desk, nameIn } from '../desk.tsx'
import type { Reviewed } from '../review.ts'
import { say } from '../words.ts'

/** Pledges that may be the same promise: somebody decides, and what they decide is kept. */
export function AlikeList({ desk, reviewed }: { desk: Desk; reviewed: Reviewed }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { alike, id, state } = reviewed
  const then = `/${conference}/desk/pledges/${id}`
  const canRelate = state === 'submitted' || state === 'accepted'
  if (alike.length === 0) return null
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">{say(language, 'alike')}</h2>
      <p class="label">{say(language, 'alike.note')}</p>
      <ul class="list-none ps-0">
        {alike.map((one) => (
          <li class="border-t border-base-300 py-4">
            <p class="mb-1">
              <a
                href={hrefOf(
                  language,
                  one.isPublic ? `/pledges/${one.id}` : `/${conference}/desk/pledges/${one.id}`,
                )}
              >
                <Identifier>{one.id}</Identifier>
              </a>
              {BETWEEN}
              <Title text={one.title} language={language} />
              {one.lead && (
                <>
                  {BETWEEN}
                  {nameIn(desk, one.lead)}
                </>
              )}
            </p>
            <p class="label">
              {one.signs.map((sign) => say(language, `sign.${sign}`)).join(BETWEEN)}
            </p>
            <div class="deeds">
              {canRelate && (
                <Form
                  viewer={viewer}
                  command="pledges.relate"
                  of={one.id}
                  then={then}
                  seen={reviewed.version}
                  fixed={{ pledge: id, other: one.id }}
                  class="inline-form"
                >
                  <SelectField
                    name="kind"
                    label={say(language, 'relate.kind')}
                    value="re-announces"
                    options={LINKS.map((kind) => ({ value: kind, label: sayLink(language, kind) }))}
                  />
                  <Submit quiet>{say(language, 'relate')}</Submit>
                </Form>
              )}
              <Deed
                viewer={viewer}
                command="pledges.tell-apart"
                of={one.id}
                then={then}
                fixed={{ pledge: id, other: one.id }}
                label={say(language, 'apart')}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
