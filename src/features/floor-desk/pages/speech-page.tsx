import { NumberField } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import type { SpeechId } from '../../floor/queue/deeds.ts'
import { limitOf, type Speech } from '../../floor/queue/floor.ts'
import type { Member, ToldDeed } from '../facts.ts'
import { partyName, titleOf } from '../names.print.ts'
import { DeedLine } from '../record/deed-line.tsx'
import type { canTo } from '../rules/can.ts'
import { tellingOf } from '../told.print.ts'
import { say } from '../words.ts'
import { AskingFields } from './asking-fields.tsx'
import { ReasonButtons, ReasonField } from './asks.tsx'
import { type Desk, deskAddress, fixedOf, seenOf } from './desk-props.tsx'
import { KeyDeed } from './key.tsx'
import { LimitField } from './limit-field.tsx'
import { NotDone, type Since } from './since.tsx'
import { Plate } from './who.tsx'

interface Props {
  desk: Desk
  conference: { id: string; name: string }
  speech: Speech
  /** Whether it is still to be heard; what was said is not changed here. */
  isWaiting: boolean
  mayAmend: boolean
  can: ReturnType<typeof canTo>
  members: readonly Member[]
  deeds: readonly ToldDeed[]
  makers: ReadonlyMap<string, string>
  since: Since | null
}

const isAbout = (deed: ToldDeed, id: SpeechId) =>
  ('speech' in deed && deed.speech === id) || ('from' in deed && [deed.from, deed.to].includes(id))

/** One speech: who speaks for the delegation, and what the desk does to this one alone. */
export function SpeechPage(props: Props) {
  const { desk, conference, speech, deeds, makers, since, isWaiting } = props
  const { language, list, viewer } = desk
  const name = partyName(list, speech.party, language)
  const tell = tellingOf(deeds, language)
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, `/${conference.id}/desk/floor`), label: say(language, 'title') },
          {
            href: hrefOf(language, deskAddress(conference.id, list.session.slug)),
            label: titleOf(list, language),
          },
          { href: '', label: name },
        ]}
        title={name}
      />
      <NotDone viewer={viewer} list={list} since={since} language={language} />
      <div class="floor-speech">
        <Plate desk={desk} speech={speech} />
      </div>
      {isWaiting && <Deeds {...props} />}
      <h2>{say(language, 'history')}</h2>
      <ol class="deed-list">
        {deeds
          .filter((deed) => isAbout(deed, speech.id))
          .toReversed()
          .map((deed) => (
            <li class="deed-line">
              <DeedLine
                deed={deed}
                tell={tell}
                list={list}
                maker={makers.get(deed.by)}
                language={language}
              />
            </li>
          ))}
      </ol>
    </>
  )
}

function Deeds({ desk, speech, can, members, mayAmend }: Props) {
  const { language, list, viewer } = desk
  const fixed = { ...fixedOf(desk), speech: String(speech.id) }
  const common = { viewer, seen: seenOf(desk), fixed }
  const isNext = list.floor.waiting[0]?.id === speech.id
  const back = deskAddress(list.of.conference, list.session.slug)
  return (
    <>
      <div class="turns">
        {can.confirm && (
          <KeyDeed desk={desk} deed="confirm" fixed={{ speech: speech.id }}>
            {say(language, 'is-here')}
          </KeyDeed>
        )}
        {can.absent && (
          <KeyDeed desk={desk} deed="absent" fixed={{ speech: speech.id }}>
            {say(language, 'absent')}
          </KeyDeed>
        )}
        {can.give && !isNext && (
          <Fold viewer={viewer} command="floor.give-floor" label={say(language, 'give-now')} button>
            <Form {...common} then={back} command="floor.give-floor">
              <ReasonButtons language={language} />
            </Form>
          </Fold>
        )}
        {can.move && (
          <Fold viewer={viewer} command="floor.move" label={say(language, 'move')} button>
            <Form {...common} then={back} command="floor.move">
              <NumberField name="to" label={say(language, 'place')} required />
              <ReasonButtons language={language} />
            </Form>
          </Fold>
        )}
        {can.limit && (
          <Fold viewer={viewer} command="floor.set-limit" label={say(language, 'set-limit')} button>
            <Form {...common} then={viewer.address} command="floor.set-limit">
              <div class="columns">
                <LimitField
                  language={language}
                  name="seconds"
                  label={say(language, 'limit')}
                  value={limitOf(list.floor, speech)}
                />
                <ReasonField desk={desk} />
              </div>
              <Submit>{say(language, 'set-limit')}</Submit>
            </Form>
          </Fold>
        )}
      </div>
      {mayAmend && (
        <>
          <h2>{say(language, 'amend')}</h2>
          <Form viewer={viewer} then={viewer.address} fixed={fixed} command="floor.amend">
            <AskingFields
              desk={desk}
              now={{ speech, speaker: list.speakers.get(speech.id), members }}
            />
            <Submit>{say(language, 'amend')}</Submit>
          </Form>
        </>
      )}
      {can.withdraw && (
        <KeyDeed desk={desk} deed="withdraw" fixed={{ speech: speech.id }} kind="quiet">
          {say(language, 'withdraw')}
        </KeyDeed>
      )}
    </>
  )
}
