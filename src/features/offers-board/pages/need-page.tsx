import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { READINESS } from '../../offers/model.ts'
import type { Need } from '../../offers/needs/model.ts'
import type { Made } from '../../offers/needs/recipes.ts'
import { sayPart, sayReadiness } from '../../offers/terms.print.ts'
import { addressOfDesk, addressOfNeeds } from '../choices.ts'
import { say } from '../words.ts'
import {
  capabilityName,
  capabilityOptions,
  type Desk,
  missionOptions,
  ungrouped,
} from './names.tsx'
import { AmountFields, AudienceField, LanguageChecks } from './offer-fields.tsx'

interface Props {
  desk: Desk
  /** Null: a new one. */
  need: Need | null
  /** What whole units of it are made up of. */
  made: Made | null
  /** Needs that papers name, by their identifiers. */
  papers: readonly string[]
}

/** A need as the secretariat makes it ready, and what its units are made up of. */
export function NeedPage({ desk, need, made, papers }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const list = addressOfDesk(conference)
  const title = need ? capabilityName(desk, need.terms.capability) : say(language, 'need.new')
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: list, label: say(language, 'desk.title') },
        { href: '', label: title },
      ]}
    >
      <p class="lead">{say(language, 'need.lead')}</p>
      {need ? (
        <>
          <Form
            viewer={viewer}
            then={list}
            command="offers.change-need"
            seen={`${need.version}`}
            fixed={{ conference, need: need.id }}
          >
            <NeedFields desk={desk} terms={need.terms} papers={papers} />
            <Submit>{say(language, 'change.do')}</Submit>
          </Form>
          <Deed
            viewer={viewer}
            then={list}
            command="offers.drop-need"
            seen={`${need.version}`}
            fixed={{ conference, need: need.id }}
            label={say(language, 'need.drop')}
            confirm={say(language, 'need.drop.sure')}
          />
          {made && <Recipe desk={desk} need={need} made={made} />}
        </>
      ) : (
        <Form viewer={viewer} then={list} command="offers.add-need" fixed={{ conference }}>
          <NeedFields desk={desk} terms={null} papers={papers} />
          <Submit>{say(language, 'need.add')}</Submit>
        </Form>
      )}
    </Frame>
  )
}

function NeedFields({
  desk,
  terms,
  papers,
}: {
  desk: Desk
  terms: Need['terms'] | null
  papers: readonly string[]
}) {
  const { language } = desk.viewer
  return (
    <>
      <SelectField
        name="terms.capability"
        label={say(language, 'capability')}
        none={say(language, 'choose')}
        required
        value={terms?.capability}
        options={capabilityOptions(desk)}
      />
      <TextField
        name="terms.requirement"
        label={say(language, 'need.paper')}
        hint={say(language, 'need.paper.hint')}
        value={terms?.requirement}
        suggestions={papers}
        maxlength={120}
      />
      <div class="columns">
        <NumberField
          name="terms.units"
          label={say(language, 'need.units')}
          required
          value={terms?.units ?? 1}
        />
        <NumberField
          name="terms.weight"
          label={say(language, 'need.weight')}
          hint={say(language, 'need.weight.hint')}
          value={terms?.weight ?? 1}
        />
      </div>
      <div class="columns">
        <DateField name="terms.from" label={say(language, 'from')} required value={terms?.from} />
        <DateField
          name="terms.until"
          label={say(language, 'until')}
          required
          value={terms?.until}
        />
        <DateField
          name="terms.startBy"
          label={say(language, 'need.start-by')}
          hint={say(language, 'need.start-by.hint')}
          value={terms?.startBy}
        />
      </div>
      <div class="columns">
        <SelectField
          name="terms.mission"
          label={say(language, 'need.mission')}
          none={say(language, 'need.no-mission')}
          value={terms?.mission}
          options={ungrouped(missionOptions(desk, terms?.mission ? [terms.mission] : []))}
        />
        <SelectField
          name="terms.minimumReadiness"
          label={say(language, 'need.readiness')}
          value={`${terms?.minimumReadiness ?? 0}`}
          options={READINESS.map((one) => ({
            value: `${one}`,
            label: one === 0 ? say(language, 'not-asked') : sayReadiness(language, one),
          }))}
        />
      </div>
      <LanguageChecks
        label={say(language, 'need.languages')}
        hint={say(language, 'need.languages.hint')}
        values={terms?.languages ?? []}
      />
      <TextArea
        name="terms.words"
        label={say(language, 'words')}
        value={terms?.words}
        maxlength={400}
        rows={2}
      />
      <AudienceField language={language} value={terms?.audience} of="need" />
    </>
  )
}

/** What a whole unit is assumed to be made up of: several ways, of which any will do. */
function Recipe({ desk, need, made }: { desk: Desk; need: Need; made: Made }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { capability } = need.terms
  const own = made.by === 'set' && made.of === capability
  return (
    <section aria-labelledby="recipe">
      <h2 id="recipe">{say(language, 'recipe')}</h2>
      <p>{say(language, own ? 'recipe.own' : 'recipe.usual')}</p>
      <ol>
        {made.alternatives.map(({ components }) => (
          <li>{components.map((one) => sayPart(language, one)).join(' + ')}</li>
        ))}
      </ol>
      <details open={viewer.attempt?.command === 'offers.set-recipe'}>
        <summary class="btn">{say(language, 'recipe.change')}</summary>
        <Form
          viewer={viewer}
          command="offers.set-recipe"
          then={`${addressOfNeeds(conference)}/${need.id}`}
          seen={own ? `${made.version}` : '0'}
          fixed={{ conference, capability }}
        >
          <p class="label">{say(language, 'recipe.hint')}</p>
          <Rows
            name="alternatives"
            stored={made.alternatives.length}
            each={(row, index) => (
              <fieldset class="field">
                <legend>{say(language, 'recipe.way', { number: index + 1 })}</legend>
                <Rows
                  name={`alternatives.${row}.components`}
                  stored={made.alternatives[index]?.components.length ?? 0}
                  each={(part, place) => (
                    <AmountFields
                      language={language}
                      name={`alternatives.${row}.components.${part}`}
                      value={made.alternatives[index]?.components[place] ?? null}
                    />
                  )}
                />
              </fieldset>
            )}
          />
          <Submit>{say(language, 'recipe.keep')}</Submit>
        </Form>
      </details>
    </section>
  )
}
