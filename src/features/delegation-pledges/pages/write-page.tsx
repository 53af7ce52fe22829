import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Identifier } from '../../../ui/text.tsx'
import { addressOfPledges } from '../model.ts'
import { say } from '../words.ts'
import { AnswersStep } from '../writing/answers-step.tsx'
import { AudienceStep } from '../writing/audience-step.tsx'
import { ConditionsStep } from '../writing/conditions-step.tsx'
import { STEPS, type WritingDesk } from '../writing/desk.tsx'
import { WhatStep } from '../writing/what-step.tsx'
import { WhereStep } from '../writing/where-step.tsx'
import { WhoStep } from '../writing/who-step.tsx'
import { WordsStep } from '../writing/words-step.tsx'
import { Aside, type AsideFacts } from './aside.tsx'
import { Frame } from './frame.tsx'

/** One calm page on which a pledge is written: every step in sight, what is typed kept as it is typed. */
export function WritePage({ desk, aside }: { desk: WritingDesk; aside: AsideFacts }) {
  const { viewer, conference, party, id, hand, version, isAmendment } = desk
  const { language } = viewer
  const own = `${addressOfPledges(conference, party)}/${id}`
  return (
    <Frame
      desk={desk}
      title={say(language, isAmendment ? 'write.amendment' : 'write')}
      steps={[
        { href: hrefOf(language, own), label: id },
        { href: '', label: say(language, 'write') },
      ]}
    >
      <p class="label">
        <Identifier>{id}</Identifier>
      </p>
      {isAmendment && <Notice>{say(language, 'write.amendment.note')}</Notice>}
      <div class="writing">
        <nav class="writing-steps" aria-label={say(language, 'steps')}>
          <ol>
            {STEPS.map((step) => (
              <li>
                <a href={`#step-${step}`}>{say(language, `step.${step}`)}</a>
              </li>
            ))}
          </ol>
        </nav>
        <saving-form
          class="block"
          data-saving={say(language, 'saving')}
          data-saved={say(language, 'saved')}
          data-later={say(language, 'saving.later')}
          data-other={say(language, 'saving.other')}
        >
          <p class="saving-state" role="status" />
          <Form
            viewer={viewer}
            command="pledges.write"
            then={`${own}/write`}
            seen={version}
            fixed={{ pledge: id, hand }}
          >
            <WordsStep desk={desk} />
            <WhatStep desk={desk} />
            <WhoStep desk={desk} />
            <WhereStep desk={desk} />
            <ConditionsStep desk={desk} />
            <AnswersStep desk={desk} />
            <AudienceStep desk={desk} />
            <div class="deeds">
              <Submit name=":then" value={own}>
                {say(language, 'write.look-over')}
              </Submit>
              <Submit quiet>{say(language, 'write.save')}</Submit>
            </div>
          </Form>
        </saving-form>
        <aside class="writing-aside" data-follows="aside" aria-label={say(language, 'aside')}>
          <Aside desk={desk} facts={aside} />
        </aside>
      </div>
    </Frame>
  )
}
