import type { Language } from '../../../kernel/language.ts'
import { CheckField, ChecksField, ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TimeField } from '../../../ui/form/fields.tsx'
import { KINDS, ORDERS, type Settings, WAYS } from '../../floor/queue/settings.ts'
import { sayKind, sayOrder, sayWay } from '../../floor/terms.print.ts'
import { LimitField } from '../pages/limit-field.tsx'
import { say } from '../words.ts'

interface Props {
  language: Language
  settings: Settings
}

const MOMENTS = ['opens', 'closes', 'videoBy'] as const

/** From when until when delegations ask for the floor, on the clock of the conference. */
export const Inscription = ({ language, settings }: Props) => (
  <>
    <h2>{say(language, 'settings.inscription')}</h2>
    <p class="mark">{say(language, 'settings.inscription.note')}</p>
    {MOMENTS.map((moment) => (
      <fieldset class="floor-moment">
        <legend>{say(language, `settings.${moment}`)}</legend>
        <div class="columns">
          <DateField
            name={`settings.${moment}.day`}
            label={say(language, 'day')}
            value={settings[moment]?.day}
          />
          <TimeField
            name={`settings.${moment}.clock`}
            label={say(language, 'time')}
            value={settings[moment]?.clock}
          />
        </div>
      </fieldset>
    ))}
    <ChecksField
      name="settings.ways"
      label={say(language, 'settings.ways')}
      values={settings.ways}
      options={WAYS.map((value) => ({ value, label: sayWay(language, value) }))}
    />
  </>
)

/** One field more than there are parts: what is left empty is none. */
const SPARE = 1

/** Who stands before whom. */
export const Order = ({ language, settings }: Props) => (
  <>
    <h2>{say(language, 'settings.order')}</h2>
    <ChoiceField
      name="settings.order"
      label={say(language, 'settings.order.rule')}
      value={settings.order}
      options={ORDERS.map((value) => ({
        value,
        label: sayOrder(language, value),
        hint: say(language, `settings.order.${value}`),
      }))}
    />
    <CheckField
      name="settings.byClass"
      label={say(language, 'settings.by-class')}
      hint={say(language, 'settings.by-class.hint')}
      value={settings.byClass}
    />
    <fieldset class="field">
      <legend>{say(language, 'settings.slots')}</legend>
      <small class="hint">{say(language, 'settings.slots.hint')}</small>
      <div class="floor-slots">
        {Array.from({ length: settings.slots.length + SPARE }, (_, index) => (
          <NumberField
            name={`settings.slots.${index}`}
            label={say(language, 'part', { number: index + 1 })}
            value={settings.slots[index]}
          />
        ))}
      </div>
    </fieldset>
    <CheckField
      name="settings.exchange"
      label={say(language, 'settings.exchange')}
      value={settings.exchange}
    />
    <CheckField
      name="settings.again"
      label={say(language, 'settings.again')}
      value={settings.again}
    />
  </>
)

/** How long each has, and when clocks warn. */
export const Times = ({ language, settings }: Props) => (
  <>
    <h2>{say(language, 'settings.times')}</h2>
    <div class="columns">
      {KINDS.map((kind) => (
        <LimitField
          language={language}
          name={`settings.limits.${kind}`}
          label={sayKind(language, kind)}
          value={settings.limits[kind]}
        />
      ))}
    </div>
    <div class="columns">
      <NumberField
        name="settings.amber"
        label={say(language, 'settings.amber')}
        hint={say(language, 'settings.seconds')}
        value={settings.amber}
      />
      <NumberField
        name="settings.red"
        label={say(language, 'settings.red')}
        hint={say(language, 'settings.seconds')}
        value={settings.red}
      />
    </div>
  </>
)

const TIMES = [0, 1, 2, 3, 4, 5]

/** What happens out of turn. */
export const Turns = ({ language, settings }: Props) => (
  <>
    <h2>{say(language, 'settings.turns')}</h2>
    <ChoiceField
      name="settings.absent"
      label={say(language, 'settings.absent')}
      value={settings.absent}
      options={(['list', 'meeting'] as const).map((value) => ({
        value,
        label: say(language, `settings.absent.${value}`),
      }))}
    />
    <NumberField
      name="settings.meeting"
      label={say(language, 'settings.meeting')}
      hint={say(language, 'settings.meeting.hint')}
      value={settings.meeting}
    />
    <SelectField
      name="settings.replies.most"
      label={say(language, 'settings.replies')}
      value={`${settings.replies.most}`}
      options={TIMES.map((count) => ({ value: `${count}`, label: `${count}` }))}
    />
    <ChoiceField
      name="settings.replies.when"
      label={say(language, 'settings.replies.when')}
      value={settings.replies.when}
      options={(['at-end', 'at-once'] as const).map((value) => ({
        value,
        label: say(language, `settings.replies.${value}`),
      }))}
    />
    <CheckField
      name="settings.pointsOfOrder"
      label={say(language, 'settings.points')}
      value={settings.pointsOfOrder}
    />
    <CheckField
      name="settings.chairDecides"
      label={say(language, 'settings.chair')}
      value={settings.chairDecides}
    />
  </>
)

/** What everybody reads. */
export const Screens = ({ language, settings }: Props) => (
  <>
    <h2>{say(language, 'settings.screens')}</h2>
    <ChoiceField
      name="settings.listed"
      label={say(language, 'settings.listed')}
      value={settings.listed}
      options={(['always', 'closed', 'after'] as const).map((value) => ({
        value,
        label: say(language, `settings.listed.${value}`),
      }))}
    />
    <ChoiceField
      name="settings.countdown"
      label={say(language, 'settings.countdown')}
      value={settings.countdown}
      options={(['public', 'room'] as const).map((value) => ({
        value,
        label: say(language, `settings.countdown.${value}`),
      }))}
    />
  </>
)
