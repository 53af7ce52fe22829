import type { Language } from '../../../kernel/language.ts'
import { Around, useField } from '../../../ui/form/field.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { useForm } from '../../../ui/form/form.tsx'
import type { Conference } from '../../conferences/model.ts'
import { say } from '../words.ts'

interface SourceProps {
  sources: Conference['sources']
  /** The keys that something cites. */
  cited: readonly string[]
  language: Language
}

/** Where something is known from: nothing, where the organisers say so themselves; sources of the list; a new one. */
export function SourceFields({ sources, cited, language }: SourceProps) {
  return (
    <details class="sources-field" open={cited.length > 0 || undefined}>
      <summary>{say(language, 'sources')}</summary>
      <small class="hint">{say(language, 'sources.hint')}</small>
      <Cited sources={sources} cited={cited} language={language} />
      <Known sources={sources} cited={cited} language={language} />
      <div class="columns">
        <TextField
          name="source.publisher"
          label={say(language, 'source.publisher')}
          maxlength={200}
        />
        <TextField name="source.url" label={say(language, 'source.url')} type="url" />
        <TextField
          name="source.date"
          label={say(language, 'source.date')}
          hint={say(language, 'partial-day.hint')}
        />
      </div>
    </details>
  )
}

/** Those that are cited already, to be kept or left out. */
function Cited({ sources, cited, language }: SourceProps) {
  const { attempt } = useForm()
  const sent = attempt?.values.get('sources')
  if (cited.length === 0) return null
  return (
    <fieldset class="field">
      <legend>{say(language, 'sources.cited')}</legend>
      <input type="hidden" name="sources" value="" />
      {cited.map((key) => (
        <label class="choice">
          <input
            type="checkbox"
            name="sources"
            value={key}
            checked={sent ? sent.includes(key) : true}
          />
          <span>
            <bdi>{sources[key]?.publisher ?? key}</bdi>
            {sources[key]?.date && <small class="mark"> {sources[key]?.date}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** One more of the list. */
function Known({ sources, cited, language }: SourceProps) {
  const { attempt } = useForm()
  const shown = useField({ name: 'sources' })
  const others = Object.entries(sources).filter(([key]) => !cited.includes(key))
  if (others.length === 0) return null
  const sent = attempt?.values.get('sources')?.find((key) => others.some(([one]) => one === key))
  return (
    <Around shown={{ ...shown, now: null }} props={{ label: say(language, 'sources.known') }}>
      <select id={shown.id} name="sources">
        <option value="">{say(language, 'sources.none')}</option>
        {others.map(([key, { publisher, date }]) => (
          <option value={key} selected={key === sent}>
            {[publisher, date].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </Around>
  )
}
