import { sayPartialDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import { ChecksField, type Option, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { LINKS } from '../../pledges/model.ts'
import { sayLink } from '../../pledges/pages/says.tsx'
import { say } from '../words.ts'
import type { WritingDesk } from './desk.tsx'
import { Picker } from './picker.tsx'
import { Step } from './step.tsx'

/** What papers name as needed; what meets a capability that was chosen stands first in its paper. */
function requirementOptions({ papers, sketch, viewer: { language } }: WritingDesk): Option[] {
  const chosen = sketch.capabilities ?? []
  const meets = (codes: readonly string[]) =>
    codes.some((code) => chosen.some((one) => one.startsWith(code) || code.startsWith(one)))
  return papers.flatMap(({ title, date, requirements }) =>
    requirements
      .toSorted((a, b) => Number(meets(b.capabilities)) - Number(meets(a.capabilities)))
      .map(({ id, words }) => ({
        value: id,
        label: readingOf(words, language).value,
        group: `${readingOf(title, language).value} (${sayPartialDay(language, date)})`,
      })),
  )
}

/** The need that it meets, the priorities that it serves, and earlier pledges that it has to do with. */
export function AnswersStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch, themes } = desk
  const links = sketch.links ?? []
  const options = (scheme: string): Option[] =>
    themes
      .filter((theme) => theme.scheme === scheme)
      .map(({ code, number, names }) => ({
        value: scheme === 'a4p-plus' ? `${number}` : code,
        label: readingOf(names, language).value,
      }))
  return (
    <Step name="answers" language={language}>
      <Picker
        name="sketch.requirements"
        label={say(language, 'write.requirements')}
        hint={say(language, 'write.requirements.hint')}
        options={requirementOptions(desk)}
        values={sketch.requirements ?? []}
      />
      <fieldset class="field" id="links">
        <legend>{say(language, 'write.links')}</legend>
        <small class="hint">{say(language, 'write.links.hint')}</small>
        <Rows
          name="sketch.links"
          stored={links.length}
          each={(row, index) => (
            <div class="columns part-row">
              <SelectField
                name={`sketch.links.${row}.kind`}
                label={say(language, 'write.link')}
                none={say(language, 'amount.choose')}
                value={links[index]?.kind}
                options={LINKS.map((kind) => ({ value: kind, label: sayLink(language, kind) }))}
              />
              <TextField
                name={`sketch.links.${row}.to`}
                label={say(language, 'write.link-to')}
                value={links[index]?.to}
                width="short"
              />
            </div>
          )}
        />
      </fieldset>
      <ChecksField
        name="sketch.priorities"
        label={say(language, 'write.priorities')}
        options={options('a4p-plus')}
        values={sketch.priorities ?? []}
      />
      <ChecksField
        name="sketch.crossCutting"
        label={say(language, 'write.cross-cutting')}
        options={options('cross-cutting')}
        values={sketch.crossCutting ?? []}
      />
      {sketch.partOf !== undefined && (
        <input type="hidden" name="sketch.partOf" value={sketch.partOf} />
      )}
    </Step>
  )
}
