import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChoiceField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import {
  isAgreed,
  missing,
  type Needed,
  SIDES,
  type Side,
  type Signature,
} from '../../conferences/settings.model.ts'
import type { Directory } from '../list.print.ts'
import type { Line, List } from '../model.ts'
import { say } from '../words.ts'
import { Changes } from './changes.tsx'
import { HeadLine } from './list-page.tsx'

interface Props {
  viewer: FormReader
  conference: string
  /** Who would stand in a list that was prepared now. */
  now: readonly Line[]
  /** The list that waits to be published, and who has signed it. */
  prepared: List | null
  signatures: readonly Signature[]
  needed: Needed
  /** For which sides the reader may sign. */
  signsFor: readonly Side[]
  /** The last list that was published. */
  last: readonly Line[] | null
  directory: Directory
}

/** Where a list of participants is prepared, signed and published. */
export function DeskPage(props: Props) {
  const { viewer, conference, now, prepared, last, directory } = props
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'desk')}</h1>
      <Part id="prepared">{prepared && <Prepared {...props} list={prepared} />}</Part>
      <section>
        <h2>{say(language, 'desk.prepare')}</h2>
        <p>
          {say(language, 'desk.now')}: {say(language, 'people', { count: now.length })}
        </p>
        {now.length === 0 ? (
          <Empty>{say(language, 'refusal.nobody-accredited')}</Empty>
        ) : (
          <>
            <details>
              <summary>{say(language, 'desk.news')}</summary>
              <Changes language={language} before={last} after={now} directory={directory} />
            </details>
            <Form viewer={viewer} command="participants.prepare" fixed={{ conference }}>
              <ChoiceField
                name="audience"
                label={say(language, 'desk.audience')}
                value="participants"
                options={(['participants', 'public'] as const).map((one) => ({
                  value: one,
                  label: say(language, `audience.${one}`),
                }))}
              />
              <LanguagesField
                name="note"
                label={say(language, 'desk.note')}
                rows={2}
                maxlength={1000}
              />
              <Submit>{say(language, 'desk.prepare')}</Submit>
            </Form>
          </>
        )}
      </section>
    </>
  )
}

function Prepared({
  viewer,
  conference,
  list,
  signatures,
  needed,
  signsFor,
  last,
  directory,
}: Props & { list: List }) {
  const { language } = viewer
  const left = missing(needed, signatures)
  const fixed = { conference, number: list.number }
  return (
    <section>
      <h2>{say(language, 'number', { number: list.number })}</h2>
      <p>
        <HeadLine language={language} list={list} />
      </p>
      <p>
        <a
          href={hrefOf(language, `/${conference}/participants/${list.number}.pdf`)}
          data-turbo="false"
        >
          {say(language, 'take.pdf')}
        </a>
      </p>
      <details>
        <summary>{say(language, 'changes')}</summary>
        <Changes language={language} before={last} after={list.lines} directory={directory} />
      </details>
      {SIDES.filter((side) => left[side] > 0).map((side) => (
        <p>{say(language, `desk.missing.${side}`, { count: left[side] })}</p>
      ))}
      <div class="deeds">
        {signsFor
          .filter((side) => left[side] > 0)
          .map((side) => (
            <Deed
              viewer={viewer}
              command="participants.sign-off"
              of={side}
              fixed={{ ...fixed, side }}
              label={say(language, `desk.sign.${side}`)}
            />
          ))}
        {isAgreed(needed, signatures) && (
          <Deed
            viewer={viewer}
            command="participants.publish"
            fixed={fixed}
            quiet={false}
            label={say(language, 'desk.publish')}
          />
        )}
      </div>
    </section>
  )
}
