import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { type Option, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FoldedFields } from '../../../ui/form/fold.tsx'
import { RANKS } from '../../delegations/ranks.model.ts'
import { sayRank } from '../../delegations/terms.print.ts'
import type { Speech } from '../../floor/queue/floor.ts'
import { sayWay } from '../../floor/terms.print.ts'
import type { Member, SpeakerOf } from '../facts.ts'
import { say } from '../words.ts'
import type { Desk } from './desk-props.tsx'

interface Props {
  desk: Desk
  /** What stands there, where somebody is inscribed already. */
  now?: { speech: Speech; speaker: SpeakerOf | undefined; members: readonly Member[] }
}

/** What is asked of somebody who wants the floor: the delegation, the rank, who speaks, and how. */
export function AskingFields({ desk, now }: Props) {
  const { language, list, options } = desk
  const { ways, order } = list.floor.settings
  const speech = now?.speech
  return (
    <>
      <div class="columns">
        {!now && (
          <SelectField
            name="party"
            label={say(language, 'delegation')}
            required
            none=""
            options={options}
          />
        )}
        <SelectField
          name="rank"
          label={say(language, 'rank')}
          none=""
          value={speech?.rank}
          options={RANKS.map((value) => ({ value, label: sayRank(language, value) }))}
        />
        <SelectField
          name="language"
          label={say(language, 'language')}
          none=""
          value={speech?.language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        {ways.length > 1 && (
          <SelectField
            name="way"
            label={say(language, 'way')}
            value={speech?.way}
            options={ways.map((value) => ({ value, label: sayWay(language, value) }))}
          />
        )}
        {order === 'preferred-slots' && <Slots desk={desk} slots={speech?.slots ?? []} />}
      </div>
      <WhoSpeaks desk={desk} {...(now && { now })} />
    </>
  )
}

/** Who it is: a member of the delegation, or whoever is typed; and in whose name they speak. */
function WhoSpeaks({ desk: { language }, now }: Props) {
  const content = now?.speaker?.content
  const typed = now?.speaker?.participant ? null : content
  const chosen = now?.speaker?.participant ?? null
  const isHidden = chosen !== null && !now?.members.some(({ id }) => id === chosen)
  const members = [
    ...(now?.members ?? []),
    ...(isHidden ? [{ id: chosen, name: content?.name || say(language, 'unpublished') }] : []),
  ]
  return (
    <>
      {members.length > 0 && (
        <SelectField
          name="participant"
          label={say(language, 'member')}
          hint={say(language, 'member.hint')}
          none={say(language, 'member.none')}
          value={chosen}
          options={members.map(({ id, name }): Option => ({ value: id, label: name }))}
        />
      )}
      <div class="columns">
        <TextField
          name="speaker.name"
          label={say(language, 'speaker')}
          value={typed?.name}
          maxlength={160}
        />
        <Office
          language={language}
          now={typed ? (typed.functions?.in[language]?.value ?? '') : ''}
        />
      </div>
      <FoldedFields
        names={['onBehalfOf', 'speaker.latinName']}
        label={say(language, 'more')}
        open={Boolean(now?.speaker?.onBehalfOf)}
      >
        <div class="columns">
          <TextField
            name="onBehalfOf"
            label={say(language, 'group')}
            hint={say(language, 'group.hint')}
            value={now?.speaker?.onBehalfOf}
            maxlength={200}
          />
          <TextField
            name="speaker.latinName"
            label={say(language, 'latin-name')}
            lang="en"
            value={typed?.latinName}
            maxlength={160}
          />
        </div>
      </FoldedFields>
    </>
  )
}

/** The office of the speaker, in the language in which the desk writes. */
function Office({ language, now }: { language: Desk['language']; now: string }) {
  return (
    <div>
      <input type="hidden" name="~speaker.functions.original" value={language} />
      <input type="hidden" name={`~speaker.functions.in.${language}.status`} value="authentic" />
      <TextField
        name={`speaker.functions.in.${language}.value`}
        label={say(language, 'office')}
        value={now}
        maxlength={300}
      />
    </div>
  )
}

/** The parts of the session that they prefer. */
function Slots({ desk: { language, list }, slots }: { desk: Desk; slots: readonly number[] }) {
  const options = list.floor.settings.slots.map((_, index) => ({
    value: `${index + 1}`,
    label: say(language, 'part', { number: index + 1 }),
  }))
  return (
    <>
      {[0, 1].map((index) => (
        <SelectField
          name="slots"
          label={say(language, index === 0 ? 'slot.first' : 'slot.second')}
          none=""
          value={slots[index] === undefined ? undefined : `${slots[index]}`}
          options={options}
        />
      ))}
    </>
  )
}
